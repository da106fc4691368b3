import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

/** Processor time that all threads of a process have used, in ms. */
function usedMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Behind the name in parentheses, which may hold spaces: state is field 3, utime 14, stime 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** Processor time that a process uses in the next `ms`. */
export async function processorTime(pid: number, ms: number): Promise<number> {
  const before = usedMs(pid);
  await sleep(ms);
  return usedMs(pid) - before;
}
