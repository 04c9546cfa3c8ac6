import type { AuthState } from '@tessera/contracts/api/session.ts';
import { serverSnapshots } from '@tessera/remote-kit/contexts/server-snapshots.ts';
import { IconButton } from '@tessera/ui/icon-button.tsx';
import { UserIcon } from '@tessera/ui/icons/user.tsx';
import { Menu, type MenuItem } from '@tessera/ui/menu.tsx';
import { type ShellContextValue, useHref, useShellContext, useStore } from './shell-context.ts';

const consoleRoles = ['staff', 'admin', 'creator', 'developer', 'platform'];

export function AccountMenu() {
  const shell = useShellContext();
  const href = useHref();
  const state = useStore<AuthState>(shell.services.auth, serverSnapshots.auth);
  const signedIn = state.signedIn === true;
  const label = signedIn ? shell.t('accountOf', { name: state.user.name }) : shell.t('account');
  return (
    <Menu
      label={label}
      trigger={(props) => <IconButton {...props} label={label} icon={<UserIcon />} />}
      items={signedIn ? itemsOf(shell, state.user.roles, href) : signedOutItems(shell, href)}
    />
  );
}

function signedOutItems({ services, t }: ShellContextValue, href: (path: string) => string): MenuItem[] {
  return [
    { id: 'sign-in', label: t('signIn'), onSelect: () => services.auth.signIn() },
    { id: 'library', label: t('library'), onSelect: () => services.auth.signIn(href('/library')) },
  ];
}

function itemsOf(
  { services, t }: ShellContextValue,
  roles: readonly string[],
  href: (path: string) => string,
): MenuItem[] {
  const isShop = services.boot.surface === 'shop';
  return [
    ...(isShop
      ? [{ id: 'library', label: t('library'), href: href('/library') }]
      : [{ id: 'shop', label: t('toShop'), href: href('/') }]),
    ...(isShop && roles.some((role) => consoleRoles.includes(role))
      ? [{ id: 'console', label: t('console'), href: href('/admin') }]
      : []),
    { id: 'sign-out', label: t('signOut'), onSelect: () => void services.auth.signOut() },
  ];
}
