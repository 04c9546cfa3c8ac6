import { createIcon } from './create-icon.tsx';

export const UploadIcon = /* @__PURE__ */ createIcon('M12 15.5v-11M7 9.5l5-5 5 5M5 20h14');
