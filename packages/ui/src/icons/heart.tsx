import { createIcon } from './create-icon.tsx';

export const HeartIcon = /* @__PURE__ */ createIcon(
  'M12 19.5C7 16 4 12.9 4 9.5A4.3 4.3 0 0 1 12 7.3a4.3 4.3 0 0 1 8 2.2c0 3.4-3 6.5-8 10Z',
);
