import { codeOf } from '../error-facts.ts';

/** Tells when the process that started this one has gone; nothing in the protocol does. */
export interface ParentWatch {
  stop(): void;
}

/**
 * @param parentOf the pid of the parent now. Its value at the start counts, not 1: Grafana is pid 1 in its container.
 */
export function watchParent(
  everyMs: number,
  onGone: () => void,
  parentOf: () => number = () => process.ppid
): ParentWatch {
  const parent = parentOf();
  const timer = setInterval(() => {
    if (parentOf() !== parent || !exists(parent)) {
      clearInterval(timer);
      onGone();
    }
  }, everyMs).unref();
  return { stop: () => clearInterval(timer) };
}

/** On Windows the pid of the parent does not change when it dies. Elsewhere it does, and this is true. */
function exists(pid: number): boolean {
  if (process.platform !== 'win32') {
    return true;
  }
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
