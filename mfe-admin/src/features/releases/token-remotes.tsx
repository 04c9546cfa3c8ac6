import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { FieldError } from '@tessera/ui/field-error.tsx';
import { useId } from 'react';
import { FetchedView } from './fetched-view.tsx';
import { nameOfRemote } from './name-of-remote.ts';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';
import { useFetched } from './use-fetched.ts';

interface TokenRemotesProps {
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
  error: string | undefined;
}

const all = '*';

/** The shop's remotes that a token may publish and move; all of them include those to come. */
export function TokenRemotes({ chosen, onChange, error }: TokenRemotesProps) {
  const t = useReleasesText();
  const api = useApi('admin');
  const id = useId();
  const fetched = useFetched('remotes', (signal) =>
    api.GET('/api/admin/releases', { params: { query: { limit: 1 } }, signal }),
  );
  const toggle = (remote: string) => {
    const next = new Set(chosen);
    if (!next.delete(remote)) next.add(remote);
    onChange(next);
  };
  const described = error ? ({ 'aria-invalid': true, 'aria-describedby': id } as const) : undefined;
  return (
    <fieldset className={styles.choices}>
      <legend>{t('tokens.remotes')}</legend>
      <Checkbox
        {...described}
        checked={chosen.has(all)}
        onChange={() => onChange(new Set(chosen.has(all) ? [] : [all]))}
        label={t('tokens.all')}
      />
      {chosen.has(all) ? null : (
        <FetchedView fetched={fetched}>
          {({ remotes }) =>
            remotes
              .filter(({ remote }) => remote !== 'shell')
              .map(({ remote }) => (
                <Checkbox
                  {...described}
                  key={remote}
                  checked={chosen.has(remote)}
                  onChange={() => toggle(remote)}
                  label={nameOfRemote(t, remote)}
                />
              ))
          }
        </FetchedView>
      )}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </fieldset>
  );
}
