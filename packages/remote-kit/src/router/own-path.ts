import { localePrefixOf, splitLocale } from '@tessera/contracts/locale-path.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';

type WithBoot = Pick<ShellServices, 'boot'>;

/** A pathname without locale prefix; undefined where it is in another language than this document. */
export function pathWithin({ boot }: WithBoot, pathname: string): string | undefined {
  const { locale, path } = splitLocale(boot.tenant.locales, pathname);
  return locale === boot.locale ? path : undefined;
}

/** Whether a pathname of this shop belongs to the remote. */
export function isOwnPath(services: WithBoot, manifest: RemoteManifest, pathname: string): boolean {
  const path = pathWithin(services, pathname);
  return path !== undefined && findRoute(manifest.routes, path) !== undefined;
}

/** The locale prefix as a router's basename. */
export const basenameOf = ({ boot }: WithBoot): string => localePrefixOf(boot.tenant.locales, boot.locale) || '/';
