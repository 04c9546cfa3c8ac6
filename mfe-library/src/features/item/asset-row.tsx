import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { BookIcon } from '@tessera/ui/icons/book.tsx';
import { PlayIcon } from '@tessera/ui/icons/play.tsx';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';
import { DownloadButton, type Asset } from './download-button.tsx';
import styles from './item-page.module.css';
import { Player } from './player.tsx';
import { useFileLink } from './use-file-link.ts';

interface AssetRowProps {
  title: string;
  entitlementId: string;
  asset: Asset;
}

/** One file: what it is, how large, and what can be done with it. */
export function AssetRow({ title, entitlementId, asset }: AssetRowProps) {
  const t = useText();
  const formats = useFormat();
  const { pending, ask } = useFileLink();
  const [source, setSource] = useState<string>();
  const file = { entitlementId, assetId: asset.id };
  const named = { title: asset.name };

  const play = async () => setSource(await ask(file, 'inline'));
  const read = async () => {
    // A tab that is opened after waiting counts as a pop-up, so it is opened first.
    const tab = window.open('about:blank', '_blank');
    const url = await ask(file, 'inline');
    if (!url) tab?.close();
    else if (tab) tab.location.replace(new URL(url, location.origin));
    else location.assign(url);
  };

  return (
    <li className={styles.asset}>
      <div className={styles.assetWords}>
        <span className={styles.assetName}>{asset.name}</span>
        <span className={styles.facts}>
          {asset.format.toUpperCase()} · {formats.bytes(asset.bytes)}
        </span>
      </div>
      <div className={styles.actions}>
        {asset.actions.includes('play') && !source ? (
          <Button size="small" pending={pending} aria-label={t('action.playOf', named)} onClick={() => void play()}>
            <PlayIcon width="16" height="16" />
            {t('action.play')}
          </Button>
        ) : null}
        {asset.actions.includes('read') ? (
          <Button size="small" pending={pending} aria-label={t('action.readOf', named)} onClick={() => void read()}>
            <BookIcon width="16" height="16" />
            {t('action.read')}
          </Button>
        ) : null}
        {asset.actions.includes('download') ? (
          <DownloadButton title={title} asset={asset} entitlementId={entitlementId} />
        ) : null}
      </div>
      {source ? <Player source={source} asset={asset} onFailure={() => setSource(undefined)} /> : null}
    </li>
  );
}
