/** What a release may hold: extension → the content types that its files may be served with, the usual one first. */
const allowed: Readonly<Record<string, readonly [string, ...string[]]>> = {
  js: ['text/javascript; charset=utf-8', 'text/javascript', 'application/javascript'],
  mjs: ['text/javascript; charset=utf-8', 'text/javascript', 'application/javascript'],
  css: ['text/css; charset=utf-8', 'text/css'],
  json: ['application/json', 'application/json; charset=utf-8'],
  map: ['application/json', 'application/octet-stream'],
  svg: ['image/svg+xml'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  avif: ['image/avif'],
  ico: ['image/x-icon', 'image/vnd.microsoft.icon'],
  woff2: ['font/woff2'],
  woff: ['font/woff'],
  wasm: ['application/wasm'],
  mp3: ['audio/mpeg'],
  mp4: ['video/mp4'],
  webm: ['video/webm'],
  txt: ['text/plain; charset=utf-8', 'text/plain'],
};

const extensionOf = (path: string): string => /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** What a file of this name is served with; undefined for a kind that no release may hold. */
export const contentTypeOf = (path: string): string | undefined => allowed[extensionOf(path)]?.[0];

/** Why a file may not be served so; undefined where it may. */
export function contentTypeProblem(path: string, contentType: string): string | undefined {
  const fitting = allowed[extensionOf(path)];
  if (!fitting) return `is a kind of file that no release may hold: ${Object.keys(allowed).join(', ')} are`;
  return fitting.includes(contentType) ? undefined : `does not fit the name, which asks for ${fitting[0]}`;
}
