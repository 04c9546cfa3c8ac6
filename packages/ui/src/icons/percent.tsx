import { createIcon } from './create-icon.tsx';

export const PercentIcon = /* @__PURE__ */ createIcon(
  'M18 6 6 18M7.5 5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM16.5 14a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
);
