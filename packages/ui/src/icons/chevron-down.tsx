import { createIcon } from './create-icon.tsx';

export const ChevronDownIcon = /* @__PURE__ */ createIcon('M6 9.5 12 15.5 18 9.5');
