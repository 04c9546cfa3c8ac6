import { createIcon } from './create-icon.tsx';

export const ChevronStartIcon = /* @__PURE__ */ createIcon('M14.5 6 8.5 12 14.5 18', { flip: true });
