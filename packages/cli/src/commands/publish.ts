import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { isRefused } from '../gate/finding.ts';
import { reportText } from '../gate/report.ts';
import { kilobytes, secondsOf } from '../io/ui.ts';
import { requireRemoteFolder } from '../project/remote-folder.ts';
import { provenanceOf } from '../publish/provenance.ts';
import { publishBuild } from '../publish/publish-build.ts';
import { openShop } from '../shop/open-shop.ts';
import { checkBuild, obtainBuild } from './check.ts';
import type { Handler } from './handlers.ts';

export const publish: Handler<'publish'> = async (command, context) => {
  const { ports, ui } = context;
  const begun = ports.now();
  const root = await requireRemoteFolder(ports, command.folder);
  const shop = await openShop(ports, { ...command, folder: root });
  const built = await obtainBuild(command, root, context);
  const checkedAt = ports.now();
  const report = command.skipCheck ? undefined : await checkBuild({ ...command, root, built, shop }, context);
  const checkMs = report ? ports.now() - checkedAt : 0;
  if (report && isRefused(report.findings))
    throw new CliError({
      code: 'refused',
      message: `${reportText(report, ui)}`,
      fix: 'Nothing was published. Mend what is named; `tessera check` asks again.',
      exit: exitCodes.refused,
      data: { findings: report.findings },
    });
  if (!report) ui.note('The gate was left out (--skip-check): nobody asked whether this may go live.');
  const provenance = await provenanceOf(ports, root);
  const published = await publishBuild({ ...built, provenance }, shop, ports, ui);
  const durationMs = ports.now() - begun;
  const { remote, version, uploaded, isNew } = published;
  const name = `${remote}@${version}`;
  const times = `${secondsOf(durationMs - checkMs)}${report ? `, and ${secondsOf(checkMs)} for the check` : ''}`;
  return {
    data: { ...published, checked: report !== undefined, durationMs, checkMs, findings: report?.findings ?? [] },
    text: [
      ...(report ? [reportText(report, ui)] : []),
      isNew
        ? `${name} is published: ${uploaded.files} files uploaded, ${kilobytes(uploaded.bytes)}, in ${times}.`
        : `${name} was published before with the same bytes; nothing changed (${times}).`,
      `Nobody is served it yet: tessera promote ${name} --traffic 5`,
    ].join('\n'),
  };
};
