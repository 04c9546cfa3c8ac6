import type { Face } from './face.ts';

/** Near-black and a wide sans: the room before the film starts. */
export const lumen: Face = {
  light: {
    surface: '#f6f7f9',
    raised: '#ffffff',
    sunken: '#eaecf0',
    line: '#d8dce3',
    edge: '#7b8494',
    text: '#0e1116',
    muted: '#545c6a',
    positive: '#136744',
    warning: '#7f5200',
    danger: '#b11f35',
  },
  dark: {
    surface: '#0a0b0d',
    raised: '#14161a',
    sunken: '#191c21',
    line: '#2b2f37',
    edge: '#6c7583',
    text: '#f2f4f7',
    muted: '#9da6b3',
    positive: '#66d19e',
    warning: '#f2b957',
    danger: '#ff8794',
  },
  type: {
    family: 'Archivo',
    fallback: 'Archivo Fallback',
    arabic: "'SF Arabic', 'Segoe UI', 'Noto Kufi Arabic', 'Noto Sans Arabic', Tahoma",
    generic: 'sans-serif',
    size: 1,
    displayWeight: 640,
    displayTracking: '-0.014em',
    displayLeading: 1.08,
    bodyWeight: 420,
    bodyLeading: 1.55,
    strongWeight: 600,
  },
};
