import { useFormat, useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { PauseIcon } from '@tessera/ui/icons/pause.tsx';
import { PlayIcon } from '@tessera/ui/icons/play.tsx';
import { useRef, useState } from 'react';
import { useText } from '../../shared/text.ts';
import styles from './preview.module.css';
import type { PreviewData } from './preview.tsx';

export function AudioPreview({ preview, title }: { preview: PreviewData; title: string }) {
  const t = useText();
  const formats = useFormat();
  const { toast } = useShell();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  const [duration, setDuration] = useState(preview.durationSeconds ?? 0);

  const toggle = () => {
    if (playing) audio.current?.pause();
    else audio.current?.play().catch(() => toast({ tone: 'danger', message: t('work.previewFailed') }));
  };
  const seek = (seconds: number) => {
    setPosition(seconds);
    if (audio.current) audio.current.currentTime = seconds;
  };

  return (
    // Time runs left to right in every language's players.
    <div className={styles.audio} dir="ltr" role="group" aria-label={t('work.previewOf', { title })}>
      {/* Music: there are no words to caption. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        src={preview.src}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPosition(0)}
        onTimeUpdate={(event) => setPosition(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => {
          if (Number.isFinite(event.currentTarget.duration)) setDuration(event.currentTarget.duration);
        }}
      />
      <button
        type="button"
        className={styles.play}
        aria-label={playing ? t('work.pause') : t('work.play', { title })}
        onClick={toggle}
      >
        {playing ? <PauseIcon /> : <PlayIcon />}
      </button>
      <input
        className={styles.seek}
        type="range"
        min={0}
        max={Math.max(1, Math.floor(duration))}
        step={1}
        value={Math.floor(position)}
        aria-label={t('work.seek')}
        aria-valuetext={formats.duration(position)}
        onChange={(event) => seek(event.target.valueAsNumber)}
      />
      <span className={styles.time}>{formats.duration(playing || position > 0 ? position : duration)}</span>
    </div>
  );
}
