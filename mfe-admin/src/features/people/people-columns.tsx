import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import { Button } from '@tessera/ui/button.tsx';
import type { Column } from '@tessera/ui/table.tsx';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import page from '../../shared/page.module.css';
import type { Text } from '../../shared/text.ts';
import type { Person } from '../../shared/types.ts';
import styles from './people-page.module.css';

interface Context {
  t: Text;
  formats: Formats;
  self: string | undefined;
  onEdit(person: Person): void;
}

export const peopleColumns = ({ t, formats, self, onEdit }: Context): Column<Person>[] => [
  {
    id: 'name',
    header: t('people.name'),
    rowHeader: true,
    cell: ({ id, name, email }) => (
      <span className={styles.who}>
        <span>
          <bdi>{name}</bdi> {id === self ? <Badge>{t('people.you')}</Badge> : null}
        </span>
        {name === email ? null : <bdi className={page.muted}>{email}</bdi>}
      </span>
    ),
  },
  {
    id: 'roles',
    header: t('people.roles'),
    cell: ({ roles }) => (
      <span className={styles.roles}>
        {roles
          .filter((role) => role !== 'shopper' || roles.length === 1)
          .map((role) => (
            <Badge key={role} tone={role === 'admin' ? 'accent' : 'neutral'}>
              {t(`role.${role}`)}
            </Badge>
          ))}
      </span>
    ),
  },
  {
    id: 'since',
    header: t('people.since'),
    cell: ({ createdAt }) => (
      <time className={page.numeric} dateTime={createdAt}>
        {formats.date(createdAt)}
      </time>
    ),
  },
  {
    id: 'change',
    header: t('people.change'),
    cell: (person) => (
      <Button size="small" onClick={() => onEdit(person)}>
        {t('people.edit')}
        <VisuallyHidden>: {person.name}</VisuallyHidden>
      </Button>
    ),
  },
];
