import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { Spinner } from '@tessera/ui/spinner.tsx';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import { useText } from '../../shared/text.ts';
import styles from './chat.module.css';
import { partsOf, type Turn } from './turns.ts';

const problems = { failed: 'chat.failed', 'too-many': 'chat.tooMany', offline: 'chat.offline' } as const;

/** One question with its answer: text, numbered sources, or the way on where there is no answer. */
export function TurnView({ turn, onRetry }: { turn: Turn; onRetry(): void }) {
  const t = useText();
  const { state, contact } = turn;
  return (
    <li className={styles.turn}>
      <p className={styles.question}>
        <VisuallyHidden>{t('chat.you')}: </VisuallyHidden>
        {turn.question}
      </p>
      <div className={styles.answer} aria-busy={state === 'asking'}>
        <VisuallyHidden>{t('chat.we')}: </VisuallyHidden>
        {turn.text ? <AnswerText turn={turn} /> : null}
        {state === 'asking' && !turn.text ? (
          <p className={styles.thinking}>
            <Spinner /> {t('chat.thinking')}
          </p>
        ) : null}
        {state === 'unknown' ? (
          <>
            <p>{t('chat.unknown')}</p>
            {contact ? <a href={`mailto:${contact}`}>{t('chat.person', { email: contact })}</a> : null}
          </>
        ) : null}
        {state === 'failed' || state === 'too-many' || state === 'offline' ? (
          <>
            <p>{t(state === 'failed' && turn.text ? 'chat.brokeOff' : problems[state])}</p>
            <Button size="small" onClick={onRetry}>
              {t('chat.again')}
            </Button>
          </>
        ) : null}
      </div>
    </li>
  );
}

function AnswerText({ turn }: { turn: Turn }) {
  const t = useText();
  return (
    <>
      <p>
        {partsOf(turn).map((part, index) =>
          typeof part === 'string' ? (
            part
          ) : (
            <Link key={index} to={part.href} className={styles.mark} aria-label={t('chat.cite', part)}>
              {part.number}
            </Link>
          ),
        )}
      </p>
      {turn.citations.length > 0 ? (
        <section className={styles.sources} aria-label={t('chat.sources')}>
          {turn.citations.map((citation) => (
            <Link key={citation.number} to={citation.href}>
              {t('chat.source', citation)}
            </Link>
          ))}
        </section>
      ) : null}
    </>
  );
}
