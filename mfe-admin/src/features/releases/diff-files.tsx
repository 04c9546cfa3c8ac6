import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Table, type Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { signedBytes } from './differences.ts';
import { useReleasesText } from './text.ts';
import type { ReleaseDiff } from './types.ts';

interface FileRow {
  path: string;
  what: 'added' | 'removed' | 'changed';
  difference: number;
}

/** Files that came, went or changed, with what each adds to the download. */
export function DiffFiles({ files }: Pick<ReleaseDiff, 'files'>) {
  const t = useReleasesText();
  const formats = useFormat();
  const rows: FileRow[] = [
    ...files.added.map(({ path, bytes }) => ({ path, what: 'added' as const, difference: bytes })),
    ...files.removed.map(({ path, bytes }) => ({ path, what: 'removed' as const, difference: -bytes })),
    ...files.changed.map(({ path, fromBytes, toBytes }) => ({
      path,
      what: 'changed' as const,
      difference: toBytes - fromBytes,
    })),
  ];
  if (rows.length === 0) return null;
  const columns: Column<FileRow>[] = [
    {
      id: 'path',
      header: t('diff.file'),
      rowHeader: true,
      cell: ({ path }) => <bdi className={page.code}>{path}</bdi>,
    },
    { id: 'what', header: t('versions.state'), cell: ({ what }) => t(`diff.${what}`) },
    {
      id: 'bytes',
      header: t('releases.size'),
      align: 'end',
      cell: ({ difference }) => <span className={page.numeric}>{signedBytes(formats, difference)}</span>,
    },
  ];
  return (
    <details>
      <summary className={page.more}>{t('diff.fileList', { n: rows.length })}</summary>
      <Table caption={t('diff.fileList', { n: rows.length })} columns={columns} rows={rows} idOf={idOf} />
    </details>
  );
}

const idOf = ({ what, path }: FileRow): string => `${what} ${path}`;
