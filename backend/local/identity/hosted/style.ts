import { createHash } from 'node:crypto';
import type { IdentityTenant } from '../types.ts';

/** The hosted pages' own small sheet: they belong to no shop and load nothing. */
export const baseStyle = `
:root{color-scheme:light dark;--bg:#fbfaf8;--text:#1b1a18;--muted:#5d5a55;--line:#86827a;--raise:#fff;--danger:#a8201a;
--danger-bg:#fdecea;--good-bg:#e9f4ec;--focus:#1a5fd0}
@media (prefers-color-scheme:dark){:root{--bg:#141312;--text:#f3f1ee;--muted:#b9b5ae;--line:#8b867e;--raise:#1e1c1b;
--danger:#ffb4ab;--danger-bg:#3a1513;--good-bg:#14301c;--focus:#8ab4f8}}
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',sans-serif;background:var(--bg);
color:var(--text);-webkit-text-size-adjust:100%}
body{margin:0;min-height:100dvh;display:grid;grid-template-rows:auto 1fr}
.art{block-size:6rem;overflow:hidden;background:var(--accent)}
.art svg{inline-size:100%;block-size:100%;display:block}
.art .a{fill:#fff;opacity:.16}.art .b{fill:#000;opacity:.18}.art .c{fill:#fff;opacity:.34}
.pane{padding:2rem 1.25rem 3rem;inline-size:100%;max-inline-size:28rem;margin-inline:auto}
.brand{display:flex;align-items:center;gap:.75rem;margin:0 0 2rem;font-weight:650}
.brand .tile{inline-size:1.5rem;block-size:1.5rem;border-radius:.3rem;background:var(--accent)}
h1{font-size:clamp(1.6rem,1.35rem + 1.2vw,2.1rem);line-height:1.15;letter-spacing:-.02em;margin:0 0 .5rem;text-wrap:balance}
.lead{color:var(--muted);margin:0 0 1.75rem}
form{display:grid;gap:1.25rem;margin:0}
.field{display:grid;gap:.375rem}
label{font-weight:600}
.hint{color:var(--muted);font-size:.9rem;margin:0}
input{font:inherit;color:inherit;background:var(--raise);border:1px solid var(--line);border-radius:.5rem;
padding:.65rem .8rem;min-block-size:2.9rem;inline-size:100%}
input[aria-invalid=true]{border-color:var(--danger);border-width:2px}
input.code{font-size:1.35rem;letter-spacing:.35em;font-variant-numeric:tabular-nums}
button{font:inherit;font-weight:650;border:1px solid var(--text);border-radius:.5rem;min-block-size:2.9rem;
padding:.6rem 1.1rem;background:var(--text);color:var(--bg);cursor:pointer}
button.quiet{background:none;border-color:transparent;color:var(--text);text-decoration:underline;
text-underline-offset:.2em;padding-inline:.25rem}
button:hover{opacity:.88}
a{color:inherit;text-underline-offset:.2em;display:inline-flex;align-items:center;min-block-size:2.75rem}
:is(a,button,input):focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.error{color:var(--danger);font-size:.95rem;margin:0;font-weight:550}
.alert,.notice{border-radius:.5rem;padding:.85rem 1rem;margin:0 0 1.5rem}
.alert{background:var(--danger-bg);color:var(--danger);font-weight:550}
.notice{background:var(--good-bg)}
.links{display:grid;gap:.25rem;margin-block-start:1.5rem;padding-block-start:1.25rem;border-block-start:1px solid color-mix(in srgb,var(--line) 45%,transparent)}
.links p{margin:0}.links form{justify-items:start}
.row{display:flex;justify-content:space-between;align-items:center;gap:1rem}
ul.shops{list-style:none;margin:0;padding:0}
@media (min-width:60rem){body{grid-template:1fr/minmax(30rem,1fr) 1.15fr}.art{order:2;block-size:auto;min-block-size:100dvh}
.pane{align-self:center;padding:3rem}}
@media (prefers-reduced-motion:no-preference){button{transition:opacity .12s}}
`;

export const accentStyle = (tenant: IdentityTenant | undefined): string => {
  const { light, dark } = tenant?.accent ?? { light: '#3f4a5a', dark: '#46566c' };
  return `:root{--accent:${toHex(light)}}@media (prefers-color-scheme:dark){:root{--accent:${toHex(dark)}}}`;
};

export const styleHash = (css: string): string => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/** A tenant's theme is data; only a plain colour may reach the sheet. */
const toHex = (color: string) => (/^#[0-9a-f]{6}$/i.test(color) ? color : '#3f4a5a');
