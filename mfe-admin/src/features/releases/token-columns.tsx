import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import { Button } from '@tessera/ui/button.tsx';
import type { Column } from '@tessera/ui/table.tsx';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import page from '../../shared/page.module.css';
import { nameOfRemote } from './name-of-remote.ts';
import type { ReleasesText } from './text.ts';
import type { DeployToken } from './types.ts';

interface Context {
  t: ReleasesText;
  formats: Formats;
  nameOf(by: string): string;
  onRevoke(token: DeployToken): void;
}

const tones = { active: 'positive', expired: 'neutral', revoked: 'danger' } as const;

export const tokenColumns = ({ t, formats, nameOf, onRevoke }: Context): Column<DeployToken>[] => {
  const day = (at: string) => (
    <time className={page.numeric} dateTime={at}>
      {formats.date(at)}
    </time>
  );
  return [
    { id: 'name', header: t('tokens.name'), rowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
    {
      id: 'state',
      header: t('versions.state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`token.${state}`)}</Badge>,
    },
    {
      id: 'remotes',
      header: t('tokens.remotes'),
      cell: ({ remotes }) =>
        remotes.includes('*') ? t('tokens.all') : formats.list(remotes.map((remote) => nameOfRemote(t, remote))),
    },
    {
      id: 'used',
      header: t('tokens.lastUsed'),
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? (
          <time className={page.numeric} dateTime={lastUsedAt}>
            {formats.dateTime(lastUsedAt)}
          </time>
        ) : (
          t('tokens.never')
        ),
    },
    {
      id: 'ends',
      header: t('tokens.expires'),
      cell: ({ revokedAt, expiresAt }) => day(revokedAt ?? expiresAt),
    },
    { id: 'by', header: t('releases.by'), cell: ({ createdBy }) => <bdi>{nameOf(createdBy)}</bdi> },
    {
      id: 'revoke',
      header: t('tokens.revoke'),
      cell: (token) =>
        token.state === 'active' ? (
          <Button size="small" onClick={() => onRevoke(token)}>
            {t('tokens.revoke')}
            <VisuallyHidden>: {token.name}</VisuallyHidden>
          </Button>
        ) : null,
    },
  ];
};
