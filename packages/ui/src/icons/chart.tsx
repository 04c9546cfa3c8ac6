import { createIcon } from './create-icon.tsx';

export const ChartIcon = /* @__PURE__ */ createIcon('M4.5 4.5v15h15M8 15.5l3.5-4.5 3 2.5 4-6');
