import type { ReleaseFile } from '@tessera/contracts/release.ts';
import { createHash } from 'node:crypto';
import { type Finding, refusal } from '../finding.ts';

export interface Served {
  status: number;
  contentType: string | undefined;
  bytes: Uint8Array;
}

const checkedAtOnce = 8;

/** Each file as the shop's own visitors get it: it must be there, of its type, and byte for byte what was built. */
export async function assetFindings(
  files: readonly ReleaseFile[],
  urlOf: (file: ReleaseFile) => string,
  read: (url: string) => Promise<Served | undefined>,
): Promise<Finding[]> {
  const waiting = [...files];
  const findings: Finding[] = [];
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const url = urlOf(file);
      findings.push(...judge(file, url, await read(url)));
    }
  };
  await Promise.all(Array.from({ length: checkedAtOnce }, worker));
  return findings;
}

function judge(file: ReleaseFile, where: string, served: Served | undefined): Finding[] {
  const again = 'Publish again; if it stays, tell the platform: a release that is served so must not be promoted.';
  if (served?.status !== 200)
    return [
      refusal('asset-missing', {
        what: `${file.path} is not served: ${served?.status ?? 'no answer'}.`,
        where,
        fix: again,
      }),
    ];
  const type = served.contentType?.split(';')[0]?.trim();
  const wanted = file.contentType.split(';')[0]?.trim();
  const wrong =
    type === wanted
      ? []
      : [
          refusal('asset-type', {
            what: `${file.path} is served as ${type ?? 'no type'}, not ${wanted}.`,
            where,
            fix: again,
          }),
        ];
  const hash = `sha384-${createHash('sha384').update(served.bytes).digest('base64')}`;
  if (hash === file.integrity) return wrong;
  return [
    ...wrong,
    refusal('asset-changed', { what: `${file.path} is served with other bytes than were built.`, where, fix: again }),
  ];
}
