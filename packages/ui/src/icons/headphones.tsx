import { createIcon } from './create-icon.tsx';

export const HeadphonesIcon = /* @__PURE__ */ createIcon(
  'M4.5 15v-2.5a7.5 7.5 0 0 1 15 0V15M4.5 14.5H8v5.5H6a1.5 1.5 0 0 1-1.5-1.5zM19.5 14.5H16v5.5h2a1.5 1.5 0 0 0 1.5-1.5z',
);
