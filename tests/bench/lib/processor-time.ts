import { readdirSync, readFileSync } from 'node:fs';

/** Of the kernel's clock; 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** CPU milliseconds that a process, all it has started and all that ended under it have used. Linux only. */
export function processorTimeMs(pid: number): number {
  const own = timesOf(pid);
  return own + childrenOf(pid).reduce((total, child) => total + processorTimeMs(child), 0);
}

/** utime, stime and those of waited-for children: fields 14 to 17, counted behind the name in parentheses. */
function timesOf(pid: number): number {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((total, field) => total + Number(field), 0);
  return (ticks * 1000) / ticksPerSecond;
}

function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) =>
    readOrEmpty(`/proc/${pid}/task/${thread}/children`)
      .split(' ')
      .filter((child) => child !== '')
      .map(Number),
  );
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** A process may end between being listed and being read. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
