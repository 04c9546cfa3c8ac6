import { createIcon } from './create-icon.tsx';

export const UsersIcon = /* @__PURE__ */ createIcon(
  'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM2.5 19.5c.6-3.1 3.2-4.8 6.5-4.8s5.9 1.7 6.5 4.8M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 15c2.2.6 3.6 2.2 4 4.5',
);
