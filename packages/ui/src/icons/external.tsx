import { createIcon } from './create-icon.tsx';

export const ExternalIcon = /* @__PURE__ */ createIcon('M13.5 4.5h6v6M19.5 4.5 11 13M17 13.5V19H5V7h5.5', {
  flip: true,
});
