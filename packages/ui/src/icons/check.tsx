import { createIcon } from './create-icon.tsx';

export const CheckIcon = /* @__PURE__ */ createIcon('M5 12.5 9.8 17 19 7');
