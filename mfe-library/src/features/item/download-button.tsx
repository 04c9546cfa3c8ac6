import type { EntitledAsset } from '@tessera/contracts/api/library.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { DownloadIcon } from '@tessera/ui/icons/download.tsx';
import type { z } from 'zod';
import { useText } from '../../shared/text.ts';
import { useFileLink } from './use-file-link.ts';

export type Asset = z.infer<typeof EntitledAsset>;

interface DownloadButtonProps {
  title: string;
  asset: Asset;
  entitlementId: string;
}

/** Says format and size before the click; the page stays where it is while the file comes. */
export function DownloadButton({ title, asset, entitlementId }: DownloadButtonProps) {
  const t = useText();
  const formats = useFormat();
  const { pending, ask } = useFileLink();
  const facts = `${asset.format.toUpperCase()} · ${formats.bytes(asset.bytes)}`;

  const download = async () => {
    const url = await ask({ entitlementId, assetId: asset.id }, 'attachment');
    if (url) location.assign(url);
  };

  return (
    <Button
      size="small"
      pending={pending}
      aria-label={t('action.downloadOf', { title: `${title}, ${asset.name}`, facts })}
      onClick={() => void download()}
    >
      {pending ? null : <DownloadIcon width="16" height="16" />}
      {facts}
    </Button>
  );
}
