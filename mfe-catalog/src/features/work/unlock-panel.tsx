import type { Product, WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import styles from './buy-panel.module.css';
import { useUnlock } from './use-unlock.ts';

interface UnlockPanelProps {
  work: WorkDetail;
  unlock: NonNullable<Product['unlock']>;
}

/** The other ways to a work: for tokens, or by a pass that includes it. */
export function UnlockPanel({ work, unlock }: UnlockPanelProps) {
  const t = useText();
  const { state, ask } = useUnlock(work);
  const [pass] = unlock.passes;
  const asking = state.status === 'asking';
  return (
    <section className={styles.unlock} aria-labelledby="unlock">
      <h2 id="unlock">{t('unlock.title')}</h2>
      <div className={styles.ways}>
        {unlock.tokens === undefined ? null : (
          <Button pending={asking && state.by === 'tokens'} disabled={asking} onClick={() => void ask('tokens')}>
            {t('unlock.tokens', { n: unlock.tokens })}
          </Button>
        )}
        {pass ? (
          <Button pending={asking && state.by === 'pass'} disabled={asking} onClick={() => void ask('pass')}>
            {t('unlock.pass', { title: pass.title })}
          </Button>
        ) : null}
      </div>
      <div role="status">
        {state.status === 'done' ? (
          <p>
            {t('unlock.done', { title: work.title })}. {t('unlock.left', { n: state.balance })}.{' '}
            <Link className={buttonClasses({ size: 'small' })} to={paths.owned(work.id)}>
              {t('unlock.open')}
            </Link>
          </p>
        ) : null}
        {state.status === 'refused' ? (
          <p>
            {t(`unlock.${state.reason}`)}{' '}
            {state.reason === 'short' ? <Link to={paths.browse('tokens')}>{t('unlock.buyTokens')}</Link> : null}
            {state.reason === 'noPass' && pass ? (
              <Link to={paths.work({ id: pass.workId, slug: pass.slug })}>
                {t('unlock.seePass', { title: pass.title })}
              </Link>
            ) : null}
          </p>
        ) : null}
      </div>
      <p className={styles.note}>{t('unlock.forGood')}</p>
    </section>
  );
}
