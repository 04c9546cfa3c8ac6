/** What the document and the shell agree on. Free of imports: the browser reads it. */

/** Element id of the inlined JSON. */
export const bootElementId = 'tessera-boot';

/** Element id of the template that holds a document's scripts until the page is painted. */
export const lateScriptsId = 'tessera-scripts';

/** On a style element: the address of the stylesheet that it holds, which need not be linked any more. */
export const styleOfAttribute = 'data-style-of';

/** On the root element once the page is painted, or where a worker has the file: the shop's own typeface may be fetched. */
export const typefaceAttribute = 'data-typeface';

/** On a part of the document whose scripts answer; a button outside of such a part keeps `data-pressed` until they do. */
export const answersAttribute = 'data-answers';
export const pressedAttribute = 'data-pressed';

/** Element id of the container a remote is mounted in; also where its server markup stands. */
export const containerIdOf = (remote: string): string => `tessera-${remote}`;

/** Element id of the container an `aside` remote's panel is mounted in; its pages, if any, stand in `containerIdOf`. */
export const asideContainerIdOf = (remote: string): string => `tessera-${remote}-aside`;

/**
 * Element ids of the shell's own roots. They are siblings of the remotes' containers, never around them. `status` stands
 * in `main` where no remote answers the address (the branded 404, the offline page); the shell hides it on navigation.
 */
export const shellElementIds = {
  header: 'tessera-shell-header',
  main: 'main',
  status: 'tessera-shell-status',
  footer: 'tessera-shell-footer',
  overlay: 'tessera-shell-overlay',
} as const;

/** The only Trusted Types policy the document's CSP allows; the shell makes it, for its service worker's address. */
export const trustedTypesPolicy = 'tessera';

/** The tab's title: the page's own, then the shop's. The same on the server and after navigation. */
export const documentTitleOf = (title: string | undefined, tenantName: string): string =>
  !title || title === tenantName ? tenantName : `${title} · ${tenantName}`;

/** React's `identifierPrefix` on both sides, or hydration of `useId` differs. */
export const identifierPrefixOf = (remote: string): string => `${remote}-`;
