import { createIcon } from './create-icon.tsx';

export const ChevronEndIcon = /* @__PURE__ */ createIcon('M9.5 6 15.5 12 9.5 18', { flip: true });
