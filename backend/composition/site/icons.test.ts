import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aTenant } from '../testing/tenant.ts';
import { findIcon, iconFiles } from './icons.ts';
import { iconMarkOf } from './icon-mark.ts';

const decode = async (name: string) => {
  const icon = findIcon(aTenant(), name);
  if (!icon) throw new Error(`no ${name}`);
  const { data, info } = await sharp(Buffer.from(icon.body)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray(4 * (y * info.width + x), 4 * (y * info.width + x) + 4)];
  return { width: info.width, height: info.height, data, at };
};

describe('a shop’s icons', () => {
  it.each(iconFiles.filter(({ pixels }) => pixels !== undefined))('$name is as large as it says', async (file) => {
    const { width, height } = await decode(file.name);
    expect([width, height]).toEqual([file.pixels, file.pixels]);
  });

  it.each([
    ['icon-512.png', 'icon.svg'],
    ['maskable-512.png', 'maskable.svg'],
  ])('%s shows what %s draws', async (pixels, drawing) => {
    const [made, drawn] = await Promise.all([decode(pixels), decode(drawing)]);
    // What is behind a transparent pixel is nobody's business.
    const shown = ({ data }: { data: Buffer }) => data.map((value, at) => (value * (data[at | 3] ?? 255)) / 255);
    const expected = shown(drawn);
    const difference = shown(made).reduce((sum, value, at) => sum + Math.abs(value - (expected[at] ?? 0)), 0);
    expect(difference / made.data.length).toBeLessThan(0.5);
  });

  it('has round corners, but for devices that cut their own', async () => {
    expect((await decode('icon-192.png')).at(0, 0)[3]).toBe(0);
    for (const name of ['maskable-512.png', 'touch-180.png']) expect((await decode(name)).at(0, 0)[3]).toBe(255);
  });

  it('is another sign for another shop', () => {
    const signs = ['aria', 'folio', 'lumen'].map((id) => iconMarkOf(aTenant({ id }), false).tiles);
    expect(new Set(signs.map((tiles) => JSON.stringify(tiles))).size).toBe(3);
  });
});
