const steps = { sm: -1, md: 0, lg: 1, xl: 2, '2xl': 3, '3xl': 4, '4xl': 5 } as const;

/** Multiples of 4 px, in rem so that they grow with the visitor's text size. */
const spaces = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24] as const;

const rem = (value: number): string => `${Number(value.toFixed(3))}rem`;

/** Small text stops at 0.833, however steep the scale. */
const typeScale = (ratio: number, base: number): string =>
  Object.entries(steps)
    .map(([name, step]) => `--text-${name}:${rem(base * Math.max(0.833, ratio ** step))};`)
    .join('');

/** `base` is the size of running text in rem: faces differ in how large they look. */
export const scaleCss = (base: number): string =>
  [`--text-xs:${rem(base * 0.75)};`, typeScale(1.2, base), fixed].join('');

/** What changes from 48rem up. */
export const scaleAboveCss = (base: number): string => `${typeScale(1.25, base)}--gutter:2rem;--section:4rem;`;

const fixed = [
  spaces.map((space) => `--space-${space}:${rem(space / 4)};`).join(''),
  '--gutter:1rem;--section:3rem;',
  '--container:80rem;--container-narrow:36rem;--container-text:34rem;',
  '--shadow-1:0 1px 2px rgb(0 0 0/.08),0 2px 8px rgb(0 0 0/.06);',
  '--shadow-2:0 2px 6px rgb(0 0 0/.1),0 16px 40px rgb(0 0 0/.18);',
  '--fast:.12s;--normal:.18s;--ease:cubic-bezier(.2,.7,.2,1);',
  '--target:2.75rem;',
].join('');
