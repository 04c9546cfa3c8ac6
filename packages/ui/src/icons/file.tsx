import { createIcon } from './create-icon.tsx';

export const FileIcon = /* @__PURE__ */ createIcon('M6 3.5h8l4.5 4.5v12.5H6zM13.5 4v4.5h4.7');
