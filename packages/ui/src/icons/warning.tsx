import { createIcon } from './create-icon.tsx';

export const WarningIcon = /* @__PURE__ */ createIcon('M12 4.5 21 19.5H3zM12 10.5v4M12 17v.01');
