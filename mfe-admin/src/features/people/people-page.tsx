import { useAuth, useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { UsersIcon } from '@tessera/ui/icons/users.tsx';
import { Table } from '@tessera/ui/table.tsx';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import type { Person } from '../../shared/types.ts';
import { PeopleSearch } from './people-search.tsx';
import { peopleColumns } from './people-columns.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { useSetRoles } from './use-set-roles.ts';

export const head = privateHead('people.title');

export default function PeoplePage() {
  const t = useText();
  const formats = useFormat();
  const { state: auth } = useAuth();
  const [search] = useSearchParams();
  const { items } = useRouteData('/api/admin/users');
  const setRoles = useSetRoles();
  const [editing, setEditing] = useState<Person>();
  const q = search.get('q') ?? '';
  const self = auth.signedIn === true ? auth.user.id : undefined;
  return (
    <div className={page.stack}>
      <header className={page.title}>
        <h1>{t('people.title')}</h1>
        <p className={page.lead}>{t('people.lead')}</p>
      </header>
      <PeopleSearch />
      {items.length === 0 ? (
        <EmptyState
          icon={<UsersIcon width="26" height="26" />}
          title={t(q ? 'people.notFound' : 'people.empty')}
          text={t('people.notFoundText')}
          actions={
            q ? (
              <Link className={buttonClasses({})} to={paths.people}>
                {t('people.showTeam')}
              </Link>
            ) : null
          }
        />
      ) : (
        <Table
          caption={t(q ? 'people.found' : 'people.team')}
          columns={peopleColumns({ t, formats, self, onEdit: setEditing })}
          rows={items}
          idOf={({ id }: Person) => id}
        />
      )}
      {editing ? (
        <RolesDialog
          person={editing}
          isSelf={editing.id === self}
          onClose={() => setEditing(undefined)}
          onSave={(roles) => {
            setEditing(undefined);
            void setRoles(editing, roles);
          }}
        />
      ) : null}
    </div>
  );
}
