import { createIcon } from './create-icon.tsx';

export const TruckIcon = /* @__PURE__ */ createIcon(
  'M3 6h11v10.5H3zM14 10h4l3 3.2v3.3h-7M7.5 15a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM17 15a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  { flip: true },
);
