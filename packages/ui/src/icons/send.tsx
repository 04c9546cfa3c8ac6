import { createIcon } from './create-icon.tsx';

export const SendIcon = /* @__PURE__ */ createIcon('M4 12 20.5 4.5 14.5 20l-3-6.5zM11.5 13.5l3.5-4', { flip: true });
