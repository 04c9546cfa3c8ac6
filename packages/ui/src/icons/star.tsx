import { createIcon } from './create-icon.tsx';

export const StarIcon = /* @__PURE__ */ createIcon(
  'M12 4l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6-5-2.9-5 2.9 1.2-5.6L4 9.8l5.6-.6z',
);
