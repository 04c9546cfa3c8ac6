import type { TenantTheme } from '@tessera/contracts/tenant.ts';
import { themeCss } from '@tessera/ui/theme.ts';
import { createHash } from 'node:crypto';

/** The hosted pages' own small sheet, in the tokens of whichever shop sent the visitor. */
export const baseStyle = `
*{box-sizing:border-box}
html{background:var(--surface);color:var(--text);-webkit-text-size-adjust:100%}
body{margin:0;min-block-size:100dvh;display:grid;grid-template-rows:auto 1fr;
font:var(--body-weight) var(--text-md)/var(--body-leading) var(--font)}
.art{block-size:7.5rem;overflow:hidden;background:light-dark(var(--accent),color-mix(in srgb,var(--accent) 48%,var(--surface)))}
.art svg{inline-size:100%;block-size:100%;display:block}
.art .a{fill:var(--on-accent);opacity:.16}.art .b{fill:var(--text);opacity:.2}.art .c{fill:var(--on-accent);opacity:.34}
.pane{padding:var(--space-8) var(--space-5) var(--space-12);inline-size:100%;max-inline-size:28rem;margin-inline:auto}
.brand{display:flex;align-items:center;gap:var(--space-3);margin:0 0 var(--space-8);font-weight:var(--strong-weight)}
.brand .tile{inline-size:1.25rem;block-size:1.25rem;border-radius:var(--radius-small);background:var(--accent)}
h1{font-size:var(--text-2xl);font-weight:var(--display-weight);line-height:var(--display-leading);
letter-spacing:var(--display-tracking);margin:0 0 var(--space-3);text-wrap:balance}
.lead{color:var(--muted);margin:0 0 var(--space-6);text-wrap:pretty}
.address{margin:calc(-1*var(--space-4)) 0 var(--space-6);font-weight:var(--strong-weight);overflow-wrap:anywhere}
form{display:grid;gap:var(--space-5);margin:0}
.field{display:grid;gap:var(--space-2)}
label{font-weight:var(--strong-weight)}
.hint{color:var(--muted);font-size:var(--text-sm);margin:0}
input{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--edge);border-radius:var(--radius);
padding:var(--space-2) var(--space-3);min-block-size:var(--control);inline-size:100%}
input[aria-invalid=true]{border-color:var(--danger);box-shadow:0 0 0 1px var(--danger)}
input.code{font-size:var(--text-lg);letter-spacing:.35em;font-variant-numeric:tabular-nums;direction:ltr}
:dir(rtl) input.code{text-align:right}
button{font:inherit;font-weight:var(--strong-weight);border:1px solid transparent;border-radius:var(--radius);
min-block-size:var(--control);padding:var(--space-2) var(--space-5);background:var(--accent);color:var(--on-accent);
cursor:pointer}
button.quiet{background:none;color:var(--text);text-decoration:underline;text-underline-offset:.2em;padding-inline:0}
button:hover{background:color-mix(in srgb,var(--accent) 88%,var(--text))}
button.quiet:hover{background:none;color:var(--accent)}
a{color:inherit;text-underline-offset:.2em;display:inline-flex;align-items:center;min-block-size:var(--target)}
a:hover{color:var(--accent)}
:is(a,button,input):focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.error{color:var(--danger);font-size:var(--text-sm);margin:0;font-weight:var(--strong-weight)}
.alert,.notice{border-radius:var(--radius);padding:var(--space-3) var(--space-4);margin:0 0 var(--space-6);
border-inline-start:4px solid var(--danger);background:color-mix(in srgb,var(--danger) 9%,var(--surface))}
.alert{color:var(--text);font-weight:var(--strong-weight)}
.notice{border-color:var(--positive);background:color-mix(in srgb,var(--positive) 9%,var(--surface))}
.links{display:grid;gap:var(--space-1);margin-block-start:var(--space-6);padding-block-start:var(--space-5);
border-block-start:1px solid var(--line)}
.links p{margin:0}.links form{justify-items:start}
ul.shops{list-style:none;margin:0;padding:0}
@media (min-width:60rem){body{grid-template:1fr/minmax(30rem,1fr) 1.15fr}
.art{order:2;block-size:auto;min-block-size:100dvh}.pane{align-self:center;padding:var(--space-12)}}
@media (forced-colors:active){.alert,.notice{border:1px solid}}
@media (prefers-reduced-motion:no-preference){button,a{transition:color var(--fast),background var(--fast)}}
`;

/** What a page that belongs to no shop looks like. */
const houseTheme: TenantTheme = {
  face: 'aria',
  accent: { light: '#3d4ed1', dark: '#a9b4ff' },
  radius: 'medium',
  density: 'comfortable',
  coverShape: 'square',
  scheme: 'auto',
};

export const themeStyle = (theme: TenantTheme | undefined): string => themeCss(theme ?? houseTheme);

export const styleHash = (css: string): string => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
