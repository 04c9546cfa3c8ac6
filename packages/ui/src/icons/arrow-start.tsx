import { createIcon } from './create-icon.tsx';

export const ArrowStartIcon = /* @__PURE__ */ createIcon('M19.5 12h-15M10.5 6l-6 6 6 6', { flip: true });
