import type { AuthState } from '@tessera/contracts/api/session.ts';
import type { ShellServices, Store } from '@tessera/contracts/shell-services.ts';
import type { DataSource } from '../data/data-source.ts';
import { dataUrlsOf, type DataView, type RouteData, toRouteData } from '../data/route-data.ts';
import { ProblemError } from '../problem-error.ts';
import type { BuiltRoute } from './build-routes.ts';

export interface LoadContext {
  source: DataSource;
  auth: Store<AuthState>;
  /** Whether code that does not come now has another reason than the network. */
  isSteady(): boolean;
  /** What decides prices and words, read at each load. */
  view(): DataView;
}

export interface LoadRequest {
  route: BuiltRoute;
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  signal: AbortSignal;
}

/** Fetches a page's code and its declared data at the same time. */
export async function loadRoute(context: LoadContext, request: LoadRequest): Promise<RouteData> {
  const code = request.route.slot.load(context.view().locale);
  code.catch(() => undefined);
  const data = await loadData(context, request);
  try {
    await code;
  } catch (error) {
    // Code that cannot come without a network, or over one that has just come back, is no fault of the remote’s.
    throw context.isSteady() ? error : noConnection();
  }
  return data;
}

async function loadData(context: LoadContext, { route, params, search, signal }: LoadRequest): Promise<RouteData> {
  if (route.manifest.access === 'signed-in') await requireSignedIn(context.auth);
  const urls = dataUrlsOf({ templates: route.manifest.data, params, search, view: context.view() });
  return toRouteData(
    await Promise.all(
      urls.map(async ({ path, url }) => ({
        path,
        entry: context.source.takeInlined(url) ?? (await context.source.fetch(url, signal)),
      })),
    ),
  );
}

async function requireSignedIn(auth: Store<AuthState>): Promise<void> {
  const state = await known(auth);
  if (state.signedIn === 'unknown') throw noConnection();
  if (state.signedIn === false)
    throw new ProblemError({ type: 'about:blank', title: 'Sign in first', status: 401, code: 'sign_in_required' });
}

/** Who it is, or that this cannot be found out now. */
function known(auth: Store<AuthState>): Promise<AuthState> {
  if (isSettled(auth.get())) return Promise.resolve(auth.get());
  return new Promise((resolve) => {
    const stop = auth.subscribe(() => {
      if (!isSettled(auth.get())) return;
      stop();
      resolve(auth.get());
    });
  });
}

const isSettled = (state: AuthState): boolean => state.signedIn !== 'unknown' || state.unreachable === true;

const noConnection = (): ProblemError =>
  new ProblemError({ type: 'about:blank', title: 'No connection', status: 503, code: 'offline' });

export const viewOfServices = ({ boot, pricing }: Pick<ShellServices, 'boot' | 'pricing'>): DataView => {
  const { currency, country } = pricing.get();
  return { locale: boot.locale, currency, country };
};
