import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { IconButton } from '@tessera/ui/icon-button.tsx';
import { CopyIcon } from '@tessera/ui/icons/copy.tsx';
import { useText } from './text.ts';

export function CopyButton({ text, what }: { text: string; what: string }) {
  const t = useText();
  const { toast } = useShell();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast({ message: t('copied', { what }) }),
      () => toast({ message: t('copyFailed'), tone: 'danger' }),
    );
  return (
    <IconButton label={t('copy', { what })} icon={<CopyIcon width="18" height="18" />} onClick={() => void copy()} />
  );
}
