import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { chipClass } from '@tessera/ui/chip.tsx';
import { kindName } from '../../shared/kind-words.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import styles from './kind-chips.module.css';

/** The kinds on sale, and a way to everything. */
export function KindChips() {
  const t = useText();
  const { kinds } = useBoot().tenant;
  return (
    <nav aria-label={t('home.browse')}>
      <ul className={styles.row}>
        {kinds.map((kind) => (
          <li key={kind}>
            <Link className={chipClass} to={paths.browse(kind)}>
              {kindName(t, kind)}
            </Link>
          </li>
        ))}
        <li>
          <Link className={chipClass} to={paths.search()}>
            {t('home.everything')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
