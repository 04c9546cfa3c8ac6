import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import path from 'node:path';

export interface LogLine {
  at: string;
  source: string;
  text: string;
}

const keptLines = 500;
const maxFileBytes = 20 * 1024 * 1024;

/** What functions print: the last lines of each in memory, all of it in one file below the state folder. */
export interface LogBook {
  write(source: string, text: string): void;
  of(source: string): readonly LogLine[];
  sources(): string[];
  onLine(listener: (line: LogLine) => void): void;
  close(): Promise<void>;
}

export function createLogBook(folder?: string): LogBook {
  const bySource = new Map<string, LogLine[]>();
  const listeners: ((line: LogLine) => void)[] = [];
  const file = folder === undefined ? undefined : openFile(folder);
  return {
    write(source, text) {
      const lines = bySource.get(source) ?? [];
      bySource.set(source, lines);
      const at = new Date().toISOString();
      const line = { at, source, text };
      lines.push(line);
      for (const listener of listeners) listener(line);
      if (lines.length > keptLines * 2) lines.splice(0, lines.length - keptLines);
      file?.write(`${at} ${source} ${text}\n`);
    },
    of: (source) => (bySource.get(source) ?? []).slice(-keptLines),
    onLine: (listener) => void listeners.push(listener),
    sources: () => [...bySource.keys()].sort(),
    close: () => new Promise((resolve) => (file ? file.end(resolve) : resolve())),
  };
}

function openFile(folder: string): WriteStream {
  mkdirSync(folder, { recursive: true });
  const name = path.join(folder, 'functions.log');
  const size = statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxFileBytes) renameSync(name, `${name}.1`);
  return createWriteStream(name, { flags: 'a' });
}
