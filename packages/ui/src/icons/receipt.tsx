import { createIcon } from './create-icon.tsx';

export const ReceiptIcon = /* @__PURE__ */ createIcon(
  'M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9 8h6M9 11.5h6M9 15h3.5',
);
