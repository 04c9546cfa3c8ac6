import type { Ui } from '../io/ui.ts';
import { kilobytes } from '../io/ui.ts';
import type { Finding, Severity } from './finding.ts';
import type { GateReport } from './run-gate.ts';

const order: readonly Severity[] = ['refusal', 'warning', 'note'];
const marks = { refusal: ['bad', '✗'], warning: ['warn', '!'], note: ['dim', '·'] } as const;

/** The gate's findings for a person, the gravest first. */
export function reportText({ findings, sizes }: GateReport, ui: Pick<Ui, 'paint'>): string {
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const refusals = findings.filter(({ severity }) => severity === 'refusal').length;
  const verdict =
    refusals === 0
      ? ui.paint('good', 'It may go live.')
      : ui.paint('bad', `Refused: ${refusals} ${refusals === 1 ? 'thing stands' : 'things stand'} in the way.`);
  const routes = Object.entries(sizes.routes).map(([path, bytes]) => `${path} ${kilobytes(bytes)}`);
  return [
    ...sorted.map((finding) => textOf(finding, ui)),
    `Brotli: entry ${kilobytes(sizes.entry)}; pages beyond it: ${routes.join(', ') || 'none'}.`,
    verdict,
  ].join('\n');
}

function textOf({ severity, code, what, where, fix }: Finding, ui: Pick<Ui, 'paint'>): string {
  const [tone, mark] = marks[severity];
  const head = `${ui.paint(tone, mark)} ${what}`;
  return severity === 'note' ? head : `${head}\n    ${ui.paint('dim', `${code}, in ${where}`)}\n    → ${fix}`;
}
