import { table } from '../../bench/lib/table.ts';
import type { RunReport } from './run.ts';

/** The run for a person to read: what was done to it, what came of it, and what is broken. */
export function reportOf({ intents, ends, tally, findings, kills, webhooks, coverage }: RunReport): string {
  const broken = Object.entries(findings).flatMap(([what, sentences]) =>
    sentences.map((sentence: string) => `- ${what}: ${sentence}`),
  );
  return [
    `${intents} people set out: ${ends.paid} were told to have paid, ${ends.left} left, ${ends.refused} were refused (sold out, mostly).`,
    `Orders: ${tally.paid} paid, ${tally.refunded} refunded, ${tally.expired} expired, ${tally.cancelled} replaced by another, ${tally.review} for review.`,
    `${kills} processes were killed; ${webhooks.delivered} webhooks were delivered, ${webhooks.dropped} lost and ${webhooks.doubled} doubled on the way; ${webhooks.deadLetters} messages went to the dead letters.`,
    table(
      ['task', 'call', 'killed before', 'killed after'],
      coverage.map(({ task, call, before, after }) => [task, `\`${call}\``, String(before), String(after)]),
    ),
    broken.length === 0
      ? '0 lost, 0 double, no right without payment and none missing, stock right, books in balance and as the provider has them, nothing left open.'
      : broken.join('\n'),
  ].join('\n\n');
}
