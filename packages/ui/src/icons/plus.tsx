import { createIcon } from './create-icon.tsx';

export const PlusIcon = /* @__PURE__ */ createIcon('M12 5v14M5 12h14');
