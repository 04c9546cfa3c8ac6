import { mix, parseHex, toHex, type Rgb } from './color.ts';

/** WCAG 2 contrast ratio of two hex colours, 1–21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(parseHex(a)), luminance(parseHex(b))].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself where it reads on every ground, else the nearest one on its way to `ink` that does. */
export function readableOn(color: string, grounds: readonly string[], ink: string, ratio = 4.5): string {
  const from = parseHex(color);
  const to = parseHex(ink);
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = toHex(mix(from, to, share));
    if (grounds.every((ground) => contrast(candidate, ground) >= ratio)) return candidate;
  }
  return ink;
}

/** Whichever of the inks reads better on the ground. */
export const inkOn = (ground: string, inks: readonly [string, string] = ['#ffffff', '#0d0d0d']): string =>
  contrast(ground, inks[0]) >= contrast(ground, inks[1]) ? inks[0] : inks[1];

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
