import { createIcon } from './create-icon.tsx';

export const TagIcon = /* @__PURE__ */ createIcon('M4 4.5h7.5L20 13l-7 7-8.5-8.5zM8 8.3v.01');
