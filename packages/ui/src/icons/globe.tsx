import { createIcon } from './create-icon.tsx';

export const GlobeIcon = /* @__PURE__ */ createIcon(
  'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM4 12h16M12 4c2.2 2.2 3.3 5 3.3 8s-1.1 5.8-3.3 8c-2.2-2.2-3.3-5-3.3-8S9.8 6.2 12 4Z',
);
