import { createIcon } from './create-icon.tsx';

export const UserIcon = /* @__PURE__ */ createIcon(
  'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
);
