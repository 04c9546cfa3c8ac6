import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { useText } from '../../shared/text.ts';
import type { Person } from '../../shared/types.ts';

/** Roles that an admin gives and takes; a shopper is everybody. */
export const givenRoles = ['admin', 'staff', 'creator', 'developer'] as const;
export type GivenRole = (typeof givenRoles)[number];

/** Sets a person's roles, and offers the way back. */
export function useSetRoles(): (person: Person, roles: readonly GivenRole[]) => Promise<void> {
  const t = useText();
  const api = useApi('admin');
  const { toast } = useShell();
  const revalidate = useRevalidate();

  async function set(person: Person, roles: readonly GivenRole[], undoing: boolean): Promise<void> {
    const { id, name } = person;
    const answer = await api
      .POST('/api/admin/users/{id}/roles', { params: { path: { id } }, body: { roles: [...roles] } })
      .catch(() => undefined);
    if (!answer?.data) return toast({ message: t('people.setFailed', { name }), tone: 'danger' });
    const before = givenRoles.filter((role) => person.roles.includes(role));
    const after = answer.data;
    toast({
      message: t('people.set', { name }),
      tone: 'positive',
      ...(undoing ? {} : { action: { label: t('undo'), run: () => void set(after, before, true) } }),
    });
    await revalidate();
  }

  return (person, roles) => set(person, roles, false);
}
