import { createIcon } from './create-icon.tsx';

export const InfoIcon = /* @__PURE__ */ createIcon('M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 11v5M12 8v.01');
