import type { Settings } from './settings.ts';

type Domain = Pick<Settings, 'domain'>;

/** The one sign-in callback and the payment webhook: they have no shop's host. */
export const platformHostOf = ({ domain }: Domain): string => `id.${domain}`;
/** The name under which the platform itself serves a shop. */
export const shopHostTemplateOf = ({ domain }: Domain): string => `{tenant}.${domain}`;
/** What a shop's own domain is an alias of. */
export const domainTargetOf = ({ domain }: Domain): string => `shops.${domain}`;
/** Hosts of shops' files, all of them. */
export const cdnHostsOf = ({ domain }: Domain): string => `*.cdn.${domain}`;
/** A label below `cdn`, so that one wildcard certificate covers the files of every shop. */
export const cdnOriginTemplateOf = ({ domain }: Domain): string => `https://{tenant}.cdn.${domain}`;
