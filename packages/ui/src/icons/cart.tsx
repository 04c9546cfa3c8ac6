import { createIcon } from './create-icon.tsx';

export const CartIcon = /* @__PURE__ */ createIcon(
  'M5 8h14l-1.2 10.6a1.6 1.6 0 0 1-1.6 1.4H7.8a1.6 1.6 0 0 1-1.6-1.4L5 8ZM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5',
);
