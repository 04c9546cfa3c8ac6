import type { Maker } from '@tessera/contracts/api/catalog.ts';
import { ChipLink } from '@tessera/ui/chip.tsx';
import { ExternalIcon } from '@tessera/ui/icons/external.tsx';
import { useText } from '../../shared/text.ts';
import styles from './artist-page.module.css';

/** Where else the maker is found. Only web addresses: what a creator typed is not trusted with more. */
export function ArtistLinks({ links }: { links: Maker['links'] }) {
  const t = useText();
  const safe = links.filter(({ url }) => /^https?:\/\//i.test(url));
  if (safe.length === 0) return null;
  return (
    <ul className={styles.links} aria-label={t('artist.elsewhere')}>
      {safe.map(({ label, url }) => (
        <li key={url}>
          <ChipLink href={url} rel="noopener nofollow" target="_blank">
            {label}
            <ExternalIcon width="16" height="16" />
          </ChipLink>
        </li>
      ))}
    </ul>
  );
}
