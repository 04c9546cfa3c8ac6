import { Switch } from '@tessera/ui/switch.tsx';
import page from '../../shared/page.module.css';
import { useRoles } from '../../shared/use-roles.ts';
import { useText } from '../../shared/text.ts';
import type { Flag } from '../../shared/types.ts';
import styles from './overview-page.module.css';
import { useFlags } from './use-flags.ts';

/** Features of the shop, each with its switch; staff see how they stand. */
export function FlagList({ flags: first }: { flags: readonly Flag[] }) {
  const t = useText();
  const { flags, set } = useFlags(first);
  const roles = useRoles();
  const mayChange = roles.includes('admin') || roles.includes('platform');
  return (
    <section className={page.panel} aria-labelledby="flags">
      <h2 id="flags">{t('flags.title')}</h2>
      {flags.length === 0 ? <p className={page.muted}>{t('flags.none')}</p> : null}
      <ul className={styles.list}>
        {flags.map((flag) => (
          <li key={flag.name} className={styles.flag}>
            <Switch
              label={flag.name}
              checked={flag.enabled}
              disabled={!mayChange}
              onChange={(event) => void set(flag, event.target.checked)}
            />
            {flag.description ? <p className={page.muted}>{flag.description}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
