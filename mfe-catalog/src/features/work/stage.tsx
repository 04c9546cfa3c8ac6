import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { Cover } from '@tessera/ui/cover.tsx';
import { stageId } from '../../shared/cover-morph.ts';
import { useCoverShape } from '../../shared/use-cover-shape.ts';
import { VideoPreview } from './video-preview.tsx';
import styles from './work-page.module.css';

const sizes = {
  square: '(min-width: 80rem) 45rem, (min-width: 56rem) 55vw, 92vw',
  portrait: '(min-width: 32rem) 20rem, 62vw',
  wide: '(min-width: 80rem) 45rem, (min-width: 56rem) 55vw, 92vw',
};

/** The work itself: its cover, or where there is a trailer, the trailer with the cover before it. */
export function Stage({ work }: { work: WorkDetail }) {
  const shape = useCoverShape();
  return (
    <div className={styles.stage} id={stageId}>
      {work.preview?.kind === 'video' ? (
        <VideoPreview preview={work.preview} title={work.title} poster={work.cover} />
      ) : (
        <Cover picture={work.cover} sizes={sizes[shape]} shape="natural" priority className={styles.cover} />
      )}
    </div>
  );
}
