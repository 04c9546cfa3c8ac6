import { createIcon } from './create-icon.tsx';

export const OfflineIcon = /* @__PURE__ */ createIcon(
  'M3.5 3.5l17 17M8.8 9.2A9 9 0 0 0 5 11.5M2.5 8.5a13 13 0 0 1 3.8-2.3M10.5 5.1A13 13 0 0 1 21.5 8.5M15.5 9.8A9 9 0 0 1 19 11.5M8.5 15.2a5 5 0 0 1 6 -.6M12 19v.01',
);
