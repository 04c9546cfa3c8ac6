import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import type { ReleasesText } from './text.ts';
import type { ReleaseDetail } from './types.ts';

interface Words {
  t: ReleasesText;
  formats: Formats;
  nameOf(by: string): string;
}

/** What is written in a release's record, in the order of its use; what the build did not know is left out. */
export function recordFacts({ t, formats, nameOf }: Words, detail: ReleaseDetail): { what: string; value: string }[] {
  const { build, provenance } = detail;
  const { routes, shellContract, slice } = build.manifest;
  const commit = provenance?.commit;
  const all: [string, string | undefined][] = [
    [t('releases.published'), `${formats.dateTime(detail.at)} · ${nameOf(detail.by)}`],
    [t('record.built'), provenance && formats.dateTime(provenance.builtAt)],
    [t('versions.commit'), commit && (provenance.dirty ? t('record.dirty', { commit }) : commit)],
    [t('record.repository'), provenance?.repository],
    [t('releases.size'), t('record.size', { bytes: formats.bytes(detail.bytes), files: detail.files })],
    [t('record.routes'), routes.length === 0 ? undefined : routes.map(({ path }) => path).join(', ')],
    [t('diff.shellContract'), shellContract],
    [t('diff.slice'), build.sliceContract ? `${slice} ${build.sliceContract.range}` : slice],
    [t('diff.sliceVersion'), build.sliceVersion],
    [t('record.tools'), toolsOf({ ...build.tools, ...provenance?.tools })],
    [t('record.signature'), detail.signature.kid],
  ];
  return all.flatMap(([what, value]) => (value === undefined || value === '' ? [] : [{ what, value }]));
}

const toolsOf = (tools: Readonly<Record<string, string>>): string =>
  Object.entries(tools)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
