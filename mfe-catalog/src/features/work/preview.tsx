import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import type { Picture } from '@tessera/contracts/api/common.ts';
import { AudioPreview } from './audio-preview.tsx';
import { TextPreview } from './text-preview.tsx';
import { VideoPreview } from './video-preview.tsx';

export type PreviewData = NonNullable<WorkDetail['preview']>;

interface PreviewProps {
  preview: PreviewData;
  title: string;
  poster: Picture;
}

/** A taste of the work, in its own medium. Fetches nothing before it is asked for. */
export function Preview({ preview, title, poster }: PreviewProps) {
  switch (preview.kind) {
    case 'audio':
      return <AudioPreview preview={preview} title={title} />;
    case 'video':
      return <VideoPreview preview={preview} title={title} poster={poster} />;
    case 'text':
      return <TextPreview preview={preview} title={title} />;
  }
}
