import { toLocalePath } from '@tessera/contracts/locale-path.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';

/** Goes to a path of any remote, given without locale prefix. */
export type Go = (to: string, options?: { replace?: boolean }) => void;

/** What a remote without a router of its own does: the shell knows the way. */
export const createShellGo =
  (services: ShellServices): Go =>
  (to, options = {}) =>
    services.navigation.navigate(hrefOf(services, to), options);

/** @returns the path with the locale prefix of the page */
export const hrefOf = ({ boot }: Pick<ShellServices, 'boot'>, to: string): string =>
  toLocalePath(boot.tenant.locales, boot.locale, to);
