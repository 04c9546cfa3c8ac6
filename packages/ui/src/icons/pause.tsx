import { createIcon } from './create-icon.tsx';

export const PauseIcon = /* @__PURE__ */ createIcon('M7 4.5h3.2v15H7zM13.8 4.5H17v15h-3.2z', { filled: true });
