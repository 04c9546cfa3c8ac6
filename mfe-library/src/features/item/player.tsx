import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useText } from '../../shared/text.ts';
import type { Asset } from './download-button.tsx';
import styles from './item-page.module.css';

interface PlayerProps {
  source: string;
  asset: Asset;
  /** The link has run out or the file would not play: the play button comes back. */
  onFailure(): void;
}

/** The browser's own player: it knows captions, casting and the keyboard. Starts at once, because a click asked for it. */
export function Player({ source, asset, onFailure }: PlayerProps) {
  const t = useText();
  const { toast } = useShell();
  const fail = () => {
    toast({ tone: 'danger', message: t('action.playFailed') });
    onFailure();
  };
  const common = { src: source, controls: true, autoPlay: true, 'aria-label': asset.name, onError: fail } as const;
  return asset.contentType.startsWith('video/') ? (
    // Captions come inside the file where a film has them.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video className={styles.video} playsInline {...common} />
  ) : (
    // Captions of music and readings are not sold.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <audio className={styles.audio} {...common} />
  );
}
