import type { Location } from 'react-router';
import type { RouteData } from '../data/route-data.ts';
import type { BuiltRoute } from './build-routes.ts';

/** Where a visitor is, and everything the page there is rendered from. */
export interface PageState {
  /** With the locale prefix. */
  location: Location;
  action: 'POP' | 'PUSH' | 'REPLACE';
  route: BuiltRoute | undefined;
  params: Readonly<Record<string, string>>;
  data: RouteData | undefined;
  /** Why there is no data: a problem, or a failure that gives the place up. */
  error: unknown;
  /** The page being fetched, while this one is still shown. */
  pending: Location | undefined;
}
