import type { Face } from './face.ts';

/** Dark ink on white, set tight: a record shop's wall. */
export const aria: Face = {
  light: {
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#f3f2f0',
    line: '#e2e0dc',
    edge: '#86827b',
    text: '#141210',
    muted: '#605c56',
    positive: '#17693a',
    warning: '#875100',
    danger: '#b3211a',
  },
  dark: {
    surface: '#121110',
    raised: '#1c1a18',
    sunken: '#1f1d1b',
    line: '#363330',
    edge: '#7d7770',
    text: '#f5f2ee',
    muted: '#aba49c',
    positive: '#72cf96',
    warning: '#efb45c',
    danger: '#ff8d82',
  },
  type: {
    family: 'Inter Tight',
    fallback: 'Inter Tight Fallback',
    arabic: "'SF Arabic', 'Segoe UI', 'Noto Sans Arabic', Tahoma",
    generic: 'sans-serif',
    size: 1,
    displayWeight: 680,
    displayTracking: '-0.028em',
    displayLeading: 1.04,
    bodyWeight: 430,
    bodyLeading: 1.5,
    strongWeight: 620,
  },
};
