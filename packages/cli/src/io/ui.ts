import type { Ports } from './ports.ts';

export type Tone = 'good' | 'bad' | 'warn' | 'dim' | 'bold';

/** What a person reads. Progress goes to stderr, so that stdout is the result and nothing else. */
export interface Ui {
  /** One visible step: its line ends with the time it took. */
  step<T>(title: string, run: () => Promise<T>): Promise<T>;
  note(text: string): void;
  paint(tone: Tone, text: string): string;
}

const codes: Record<Tone, readonly [number, number]> = {
  good: [32, 39],
  bad: [31, 39],
  warn: [33, 39],
  dim: [2, 22],
  bold: [1, 22],
};

export function createUi({ terminal, env, now }: Pick<Ports, 'terminal' | 'env' | 'now'>): Ui {
  const onOut = hasColour(env, terminal.outIsTty);
  const onErr = hasColour(env, terminal.errIsTty);
  const paint = (tone: Tone, text: string, colour: boolean): string =>
    colour ? `\x1b[${codes[tone][0]}m${text}\x1b[${codes[tone][1]}m` : text;
  return {
    async step(title, run) {
      const begun = now();
      if (terminal.errIsTty) terminal.err(`  … ${title}`);
      const end = (mark: string) =>
        terminal.err(
          `${terminal.errIsTty ? '\r\x1b[2K' : ''}  ${mark} ${title} ${paint('dim', secondsOf(now() - begun), onErr)}\n`,
        );
      try {
        const result = await run();
        end(paint('good', '✓', onErr));
        return result;
      } catch (error) {
        end(paint('bad', '✗', onErr));
        throw error;
      }
    },
    note: (text) => terminal.err(`  ${text}\n`),
    paint: (tone, text) => paint(tone, text, onOut),
  };
}

/** https://no-color.org, and none where nobody looks. */
const hasColour = (env: Ports['env'], isTty: boolean): boolean => isTty && !env['NO_COLOR'] && env['TERM'] !== 'dumb';

export const secondsOf = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Rows in columns, as wide as what they hold. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
