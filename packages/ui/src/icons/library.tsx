import { createIcon } from './create-icon.tsx';

export const LibraryIcon = /* @__PURE__ */ createIcon('M5 4.5v15M9 4.5v15M13 5.5l4.8 14');
