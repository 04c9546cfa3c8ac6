import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' } as const;

function load(name: string, type: keyof typeof types) {
  const body = readFileSync(new URL(`./assets/${name}.${type}`, import.meta.url));
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${hash}.${type}`, type: types[type], body };
}

/** The pages' own files; a path names its content, so it may be cached for ever. */
export const assets = { css: load('pay', 'css'), script: load('pay', 'js'), icon: load('icon', 'svg') };

export const findAsset = (path: string) => Object.values(assets).find((asset) => asset.path === path);
