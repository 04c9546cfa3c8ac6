import type { Picture } from '@tessera/contracts/api/common.ts';
import { useText } from '../../shared/text.ts';
import styles from './preview.module.css';
import type { PreviewData } from './preview.tsx';

interface VideoPreviewProps {
  preview: PreviewData;
  title: string;
  poster: Picture;
}

/** The browser's own player: it knows captions, casting and picture in picture. */
export function VideoPreview({ preview, title, poster }: VideoPreviewProps) {
  const t = useText();
  return (
    // Trailers are without speech.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video
      className={styles.video}
      controls
      playsInline
      preload="none"
      poster={poster.src}
      width={640}
      height={360}
      aria-label={t('work.previewOf', { title })}
    >
      <source src={preview.src} type={preview.contentType} />
    </video>
  );
}
