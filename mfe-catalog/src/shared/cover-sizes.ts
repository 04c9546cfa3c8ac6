import type { TenantTheme } from '@tessera/contracts/tenant.ts';

type Sizes = Record<TenantTheme['coverShape'], string>;

/** How wide a cover is shown in a shelf; follows `--cover-width` of the theme. */
export const shelfSizes: Sizes = {
  square: '(min-width: 33.75rem) 13.5rem, 40vw',
  portrait: '(min-width: 36.7rem) 11rem, 30vw',
  wide: '(min-width: 30.3rem) 20rem, 66vw',
};

/** In a grid of results; follows `work-grid.module.css`. */
export const gridSizes: Sizes = {
  square: '(min-width: 64rem) 15rem, (min-width: 48rem) 30vw, 45vw',
  portrait: '(min-width: 64rem) 12rem, (min-width: 48rem) 22vw, 45vw',
  wide: '(min-width: 64rem) 20rem, (min-width: 48rem) 45vw, 92vw',
};
