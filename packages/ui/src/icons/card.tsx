import { createIcon } from './create-icon.tsx';

export const CardIcon = /* @__PURE__ */ createIcon('M3.5 6h17v12h-17zM3.5 10h17M7 14.5h3');
