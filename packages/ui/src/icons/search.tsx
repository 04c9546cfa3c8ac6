import { createIcon } from './create-icon.tsx';

export const SearchIcon = /* @__PURE__ */ createIcon('M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.2 15.2 20 20');
