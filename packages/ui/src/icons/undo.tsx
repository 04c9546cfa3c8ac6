import { createIcon } from './create-icon.tsx';

export const UndoIcon = /* @__PURE__ */ createIcon('M4.5 9.5h9a5.5 5.5 0 0 1 0 11H9M8.5 5l-4.5 4.5 4.5 4.5', {
  flip: true,
});
