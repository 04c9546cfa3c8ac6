import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { table } from './table.ts';

/** What the figures were taken on. */
export function describeMachine(chromium: string): string {
  const processors = cpus();
  const memoryGb = (totalmem() / 1024 ** 3).toFixed(1);
  return table(
    ['', ''],
    [
      ['processor', `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`],
      ['memory', `${memoryGb} GiB`],
      ['system', `${type()} ${release()}`],
      ['Node', process.version],
      ['browser', versionOf(chromium)],
      [
        'load average before',
        loadavg()
          .map((value) => value.toFixed(1))
          .join(', '),
      ],
    ],
  );
}

function versionOf(executable: string): string {
  try {
    return execFileSync(executable, ['--version', '--no-sandbox'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return executable;
  }
}
