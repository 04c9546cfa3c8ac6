import type { Face } from './face.ts';

/** Warm paper and a serif: a bookshop with a good lamp. */
export const folio: Face = {
  light: {
    surface: '#faf6ee',
    raised: '#fffdf8',
    sunken: '#f1eadd',
    line: '#e0d6c5',
    edge: '#8c8068',
    text: '#2a2219',
    muted: '#685c4b',
    positive: '#3a6128',
    warning: '#855000',
    danger: '#a32a1f',
  },
  dark: {
    surface: '#1a1713',
    raised: '#242019',
    sunken: '#27221b',
    line: '#3f382d',
    edge: '#857a68',
    text: '#f2eadd',
    muted: '#b8ac99',
    positive: '#a3c784',
    warning: '#e8b566',
    danger: '#f09a8b',
  },
  type: {
    family: 'Newsreader',
    fallback: 'Newsreader Fallback',
    arabic: "'Geeza Pro', 'Noto Naskh Arabic', 'Traditional Arabic', 'Times New Roman'",
    generic: 'serif',
    size: 1.0625,
    displayWeight: 480,
    displayTracking: '-0.018em',
    displayLeading: 1.08,
    bodyWeight: 420,
    bodyLeading: 1.55,
    strongWeight: 600,
  },
};
