import { Button } from '@tessera/ui/button.tsx';
import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { useState } from 'react';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import type { Person } from '../../shared/types.ts';
import styles from './people-page.module.css';
import { givenRoles, type GivenRole } from './use-set-roles.ts';

interface RolesDialogProps {
  person: Person;
  isSelf: boolean;
  onClose(): void;
  onSave(roles: readonly GivenRole[]): void;
}

export function RolesDialog({ person, isSelf, onClose, onSave }: RolesDialogProps) {
  const t = useText();
  const [chosen, setChosen] = useState<ReadonlySet<GivenRole>>(
    new Set(givenRoles.filter((role) => person.roles.includes(role))),
  );
  const toggle = (role: GivenRole) => {
    const next = new Set(chosen);
    if (!next.delete(role)) next.add(role);
    setChosen(next);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.rolesOf', { name: person.name })}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onClick={() => onSave([...chosen])}>
            {t('save')}
          </Button>
        </>
      }
    >
      <fieldset className={styles.choices}>
        <legend className={page.muted}>{t('people.rolesHint')}</legend>
        {givenRoles.map((role) => {
          const fixed = isSelf && role === 'admin';
          return (
            <Checkbox
              key={role}
              checked={chosen.has(role)}
              disabled={fixed}
              onChange={() => toggle(role)}
              label={
                <span className={styles.who}>
                  <span>{t(`role.${role}`)}</span>
                  <span className={page.muted}>{t(fixed ? 'people.ownAdmin' : `role.${role}Text`)}</span>
                </span>
              }
            />
          );
        })}
      </fieldset>
    </Dialog>
  );
}
