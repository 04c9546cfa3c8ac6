import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Button } from '@tessera/ui/button.tsx';
import type { Column } from '@tessera/ui/table.tsx';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import page from '../../shared/page.module.css';
import { nameOfRemote } from './name-of-remote.ts';
import type { ReleasesText } from './text.ts';
import type { Override } from './types.ts';

interface Context {
  t: ReleasesText;
  formats: Formats;
  nameOf(by: string): string;
  onRevoke(override: Override): void;
}

export const overrideColumns = ({ t, formats, nameOf, onRevoke }: Context): Column<Override>[] => [
  {
    id: 'by',
    header: t('overrides.who'),
    rowHeader: true,
    cell: ({ createdBy }) => <bdi>{nameOf(createdBy)}</bdi>,
  },
  { id: 'remote', header: t('overrides.remote'), cell: ({ remote }) => <bdi>{nameOfRemote(t, remote)}</bdi> },
  { id: 'origin', header: t('overrides.origin'), cell: ({ origin }) => <bdi>{origin}</bdi> },
  {
    id: 'until',
    header: t('tokens.expires'),
    cell: ({ expiresAt }) => (
      <time className={page.numeric} dateTime={expiresAt}>
        {formats.dateTime(expiresAt)}
      </time>
    ),
  },
  {
    id: 'revoke',
    header: t('overrides.end'),
    cell: (override) => (
      <Button size="small" onClick={() => onRevoke(override)}>
        {t('overrides.end')}
        <VisuallyHidden>
          : {nameOfRemote(t, override.remote)}, {nameOf(override.createdBy)}
        </VisuallyHidden>
      </Button>
    ),
  },
];
