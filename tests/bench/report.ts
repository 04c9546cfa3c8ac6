import { describeMachine } from './lib/machine.ts';
import type { Section } from './lib/section.ts';
import { table } from './lib/table.ts';

/** The report of one run: every figure against what was promised of it first, then each measurement whole. */
export function reportOf(sections: readonly Section[], chromium: string, at: Date): string {
  const verdicts = sections.flatMap((section) => section.verdicts);
  return `${[
    '# Performance',
    `Written by \`npm run bench\` from one run on one machine, ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    describeMachine(chromium),
    '## Promised and found',
    table(
      ['', 'found', 'promised', ''],
      verdicts.map(({ what, value, target, met }) => [what, value, target, met ? 'met' : '**missed**']),
    ),
    ...sections.flatMap(({ title, body }) => [`## ${title}`, body]),
  ].join('\n\n')}\n`;
}
