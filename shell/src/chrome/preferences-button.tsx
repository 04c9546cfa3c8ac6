import { IconButton } from '@tessera/ui/icon-button.tsx';
import { GlobeIcon } from '@tessera/ui/icons/globe.tsx';
import { useShellContext } from './shell-context.ts';

export function PreferencesButton() {
  const { t, ui } = useShellContext();
  return (
    <IconButton
      label={t('preferences')}
      icon={<GlobeIcon />}
      aria-haspopup="dialog"
      onClick={() => ui.open('preferences')}
    />
  );
}
