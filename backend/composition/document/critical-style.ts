import type { TenantTheme } from '@tessera/contracts/tenant.ts';
import { lateTypefaceCss, themeCss } from '@tessera/ui/theme.ts';

/** What must hold before any stylesheet arrived: the tenant's tokens, and places that do not shift. */
export const criticalStyle = (theme: TenantTheme): string => themeCss(theme) + lateTypefaceCss(theme) + placesCss;

const placesCss = [
  '@layer base{',
  'body{margin:0;background:var(--surface);color:var(--text);font-family:var(--font)}',
  '[hidden]{display:none!important}',
  '#main{display:block;min-block-size:100vh}',
  '.document-skeleton{display:grid;gap:1rem;max-inline-size:72rem;margin-inline:auto;padding:1.5rem 1rem}',
  '.document-skeleton span{display:block;block-size:1.25rem;border-radius:var(--radius);background:var(--sunken)}',
  '.document-skeleton span:first-child{block-size:2.5rem;inline-size:60%}',
  '.document-skeleton span:nth-child(2){block-size:16rem}',
  '.document-status{display:grid;gap:1rem;justify-items:start;max-inline-size:40rem;margin-inline:auto;padding:4rem 1rem}',
  '}',
].join('');
