import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Button } from '@tessera/ui/button.tsx';
import type { Column } from '@tessera/ui/table.tsx';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import page from '../../shared/page.module.css';
import type { ReleasesText } from './text.ts';
import type { ReleaseSummary, Traffic } from './types.ts';
import { VersionBadges } from './version-badges.tsx';

interface Context {
  t: ReleasesText;
  formats: Formats;
  traffic: Traffic;
  nameOf(by: string): string;
  onLook(release: ReleaseSummary): void;
}

export const versionColumns = ({ t, formats, traffic, nameOf, onLook }: Context): Column<ReleaseSummary>[] => [
  {
    id: 'version',
    header: t('releases.version'),
    rowHeader: true,
    cell: ({ version }) => <bdi className={page.numeric}>{version}</bdi>,
  },
  {
    id: 'state',
    header: t('versions.state'),
    cell: (release) => <VersionBadges release={release} traffic={traffic} />,
  },
  {
    id: 'published',
    header: t('releases.published'),
    cell: ({ at }) => (
      <time className={page.numeric} dateTime={at}>
        {formats.dateTime(at)}
      </time>
    ),
  },
  { id: 'by', header: t('releases.by'), cell: ({ by }) => <bdi>{nameOf(by)}</bdi> },
  {
    id: 'commit',
    header: t('versions.commit'),
    cell: ({ commit }) => (commit ? <code className={page.code}>{commit.slice(0, 9)}</code> : '–'),
  },
  {
    id: 'bytes',
    header: t('releases.size'),
    align: 'end',
    cell: ({ bytes }) => <span className={page.numeric}>{formats.bytes(bytes)}</span>,
  },
  {
    id: 'look',
    header: t('versions.look'),
    cell: (release) =>
      release.state === 'published' ? (
        <Button size="small" onClick={() => onLook(release)}>
          {t('versions.details')}
          <VisuallyHidden>: {release.version}</VisuallyHidden>
        </Button>
      ) : null,
  },
];
