import type { BootDocument } from '@tessera/contracts/boot.ts';

export interface NavLink {
  path: string;
  text: string;
}

/** Where the shop's own remotes want to be found, in the language of the page or the shop's first one. */
export const navLinksOf = ({
  releaseSet,
  locale,
  tenant,
}: Pick<BootDocument, 'releaseSet' | 'locale' | 'tenant'>): NavLink[] =>
  Object.values(releaseSet.remotes)
    .flatMap(({ routes }) => routes)
    .flatMap(({ path, nav }) => {
      const text = nav && [locale, ...tenant.locales].map((wanted) => nav[wanted]).find((word) => word !== undefined);
      return text === undefined ? [] : [{ path, text }];
    });
