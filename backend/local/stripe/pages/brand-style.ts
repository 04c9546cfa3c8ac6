import { inkOn, readableOn } from '@tessera/ui/contrast.ts';
import type Stripe from 'stripe';

const light = { grounds: ['#ffffff', '#f4f5f9'], ink: '#1b1f31' };
const dark = { grounds: ['#14161f', '#0e1017', '#1c1f2b'], ink: '#eceef6' };
const radii: Readonly<Record<string, string>> = { rectangular: '0', rounded: '0.5rem', pill: '1.625rem' };
const serif = new Set(['bitter', 'lora', 'noto_serif', 'pridi', 'pt_serif', 'roboto_slab']);

/**
 * What a seller's branding does to the page. The button's colour is moved towards the text's until it reads on the page's
 * own grounds, so that no choice makes a page unreadable. Settings are checked when they come in: nothing else gets here.
 */
export function brandStyle(branding: Stripe.Checkout.Session.BrandingSettings | null): string {
  if (!branding) return '';
  const [bright, dim] = [light, dark].map(({ grounds, ink }) => readableOn(branding.button_color, grounds, ink)) as [
    string,
    string,
  ];
  const properties = [
    `--accent:light-dark(${bright},${dim})`,
    `--accent-strong:color-mix(in srgb,var(--accent) 85%,var(--text))`,
    `--on-accent:light-dark(${inkOn(bright)},${inkOn(dim)})`,
    `--radius:${radii[branding.border_style] ?? radii['rounded']}`,
    ...(serif.has(branding.font_family) ? ["--font:'Iowan Old Style',Charter,'Noto Serif',Georgia,serif"] : []),
  ];
  return `:root{${properties.join(';')}}`;
}
