import { createIcon } from './create-icon.tsx';

export const MoreIcon = /* @__PURE__ */ createIcon('M5.5 12h.01M12 12h.01M18.5 12h.01');
