import { createIcon } from './create-icon.tsx';

export const HomeIcon = /* @__PURE__ */ createIcon('M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4z');
