import { createIcon } from './create-icon.tsx';

export const PlayIcon = /* @__PURE__ */ createIcon(
  'M7 4.6v14.8a.6.6 0 0 0 .92.5l11.5-7.4a.6.6 0 0 0 0-1L7.92 4.1A.6.6 0 0 0 7 4.6Z',
  { filled: true },
);
