/**
 * Cuts the three faces down to Latin text and the axes we set, one file each. Its output is committed: run it after
 * an upgrade of a `@fontsource-variable` package (`node packages/ui/scripts/subset-fonts.ts`).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const weights = { wght: { min: 400, max: 700 } };
const cuts = [
  {
    name: 'inter-tight',
    file: '@fontsource-variable/inter-tight/files/inter-tight-latin-wght-normal.woff2',
    axes: weights,
  },
  {
    name: 'newsreader',
    file: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: { ...weights, opsz: 24 },
  },
  {
    name: 'archivo',
    file: '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2',
    axes: { ...weights, wdth: 114 },
  },
];

const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2015],
  [0x2018, 0x201f],
] as const;
const singles = '…•€™←→−′″\u2009\u202fıŒœŠšŸŽž‹›⁄ﬁﬂ';
const text =
  ranges
    .map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join(''))
    .join('') + singles;

const { resolve } = createRequire(import.meta.url);
for (const { name, file, axes } of cuts) {
  const source = await readFile(resolve(file));
  const cut = await subsetFont(source, text, { targetFormat: 'woff2', variationAxes: axes });
  await writeFile(new URL(`../src/fonts/${name}.woff2`, import.meta.url), cut);
  console.log(`${name}: ${source.length} → ${cut.length} bytes`);
}
