import { createIcon } from './create-icon.tsx';

export const FilmIcon = /* @__PURE__ */ createIcon(
  'M4 5h16v14H4zM8.5 5v14M15.5 5v14M4 12h16M4 8.5h4.5M4 15.5h4.5M15.5 8.5H20M15.5 15.5H20',
);
