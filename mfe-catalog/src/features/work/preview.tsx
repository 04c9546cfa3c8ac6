import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { AudioPreview } from './audio-preview.tsx';
import { TextPreview } from './text-preview.tsx';

export type PreviewData = NonNullable<WorkDetail['preview']>;

/** A taste of what is heard or read; a trailer stands on the stage. Fetches nothing before it is asked for. */
export function Preview({ work: { preview, title } }: { work: WorkDetail }) {
  switch (preview?.kind) {
    case 'audio':
      return <AudioPreview preview={preview} title={title} />;
    case 'text':
      return <TextPreview preview={preview} title={title} />;
    default:
      return null;
  }
}
