import { createIcon } from './create-icon.tsx';

export const ChatIcon = /* @__PURE__ */ createIcon('M4 5h16v11.5h-9L6.5 20v-3.5H4zM8 9.2h8M8 12.4h5', { flip: true });
