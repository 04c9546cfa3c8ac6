import { createIcon } from './create-icon.tsx';

export const ArrowUpIcon = /* @__PURE__ */ createIcon('M12 19.5v-15M6 10.5l6-6 6 6');
