import { Button } from '@tessera/ui/button.tsx';
import { PauseIcon } from '@tessera/ui/icons/pause.tsx';
import { PlayIcon } from '@tessera/ui/icons/play.tsx';
import { UndoIcon } from '@tessera/ui/icons/undo.tsx';
import { useState } from 'react';
import page from '../../shared/page.module.css';
import { ConfirmChange, type SimpleChange } from './confirm-change.tsx';
import { MoveTraffic } from './move-traffic.tsx';
import styles from './releases.module.css';
import { StartCanary } from './start-canary.tsx';
import { useReleasesText } from './text.ts';
import type { TrafficCardProps } from './traffic-card.tsx';
import type { Traffic } from './types.ts';

type Action = 'start' | 'move' | Exclude<SimpleChange, 'quarantine' | 'free'>;

/** What can be done with the traffic as it is. A question keeps the traffic that it was asked about. */
export function TrafficActions({ traffic, releases, canaries, viewsPerHour, nameOf }: TrafficCardProps) {
  const t = useReleasesText();
  const [open, setOpen] = useState<{ action: Action; seen: Traffic }>();
  const ask = (action: Action) => setOpen({ action, seen: traffic });
  const close = () => setOpen(undefined);
  const { rollout, stable } = traffic;
  const isFull = canaries.used >= canaries.max;
  return (
    <>
      <div className={styles.actions}>
        {rollout ? (
          <>
            <Button variant="primary" onClick={() => ask('move')}>
              {t('action.move')}
            </Button>
            {rollout.state === 'paused' ? (
              <Button onClick={() => ask('resume')}>
                <PlayIcon />
                {t('action.resume')}
              </Button>
            ) : (
              <Button onClick={() => ask('pause')}>
                <PauseIcon />
                {t('action.pause')}
              </Button>
            )}
            <Button onClick={() => ask('promote')}>{t('action.promote')}</Button>
          </>
        ) : (
          <Button variant="primary" disabled={isFull} onClick={() => ask('start')}>
            {t('action.start')}
          </Button>
        )}
        {rollout || stable ? (
          <Button data-apart variant={rollout ? 'danger' : 'secondary'} onClick={() => ask('rollback')}>
            <UndoIcon />
            {t(rollout ? 'action.rollback' : 'action.back')}
          </Button>
        ) : null}
      </div>
      {!rollout && isFull ? <p className={page.muted}>{t('canaries.full', { max: canaries.max })}</p> : null}
      {open?.action === 'start' ? (
        <StartCanary {...{ seen: open.seen, releases, viewsPerHour, nameOf }} onClose={close} />
      ) : null}
      {open?.action === 'move' ? <MoveTraffic {...{ seen: open.seen, viewsPerHour, nameOf }} onClose={close} /> : null}
      {open && open.action !== 'start' && open.action !== 'move' ? (
        <ConfirmChange {...{ change: open.action, seen: open.seen, viewsPerHour, nameOf }} onClose={close} />
      ) : null}
    </>
  );
}
