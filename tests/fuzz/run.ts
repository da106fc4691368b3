import { examine } from './examine.ts';
import type { Original } from './mutate.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';

/** A mutant that was a fault of the reader: the numbers that make it again, and what happened. */
export interface Finding {
  readonly seed: number;
  readonly number: number;
  readonly original: string;
  readonly reason: string;
}

/** How a run went. Counts of different runs add. */
export interface FuzzTotals {
  readonly mutants: number;
  readonly pastHeader: number;
  readonly read: number;
  readonly refused: number;
  readonly findings: readonly Finding[];
}

/** The mutant with a number: it follows from the seed, the number and the originals alone. */
export function mutantOf(files: readonly Original[], seed: number, number: number) {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const original = files[random.below(files.length)];
  if (original === undefined) {
    throw new Error('there are no files to make mutants of');
  }
  return { original, ...mutate(original, random) };
}

export interface FuzzRange {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Told before each mutant, so that a watcher can name the one that hangs. */
  readonly onMutant?: (number: number) => void;
  /** True when the time is over. */
  readonly isOver?: () => boolean;
}

/** Examines the mutants with the numbers `from` up to but not including `to`. */
export async function fuzz(
  files: readonly Original[],
  { seed, from, to, onMutant, isOver }: FuzzRange
): Promise<FuzzTotals> {
  let [mutants, pastHeader, read, refused] = [0, 0, 0, 0];
  const findings: Finding[] = [];
  for (let number = from; number < to && isOver?.() !== true; number += 1) {
    onMutant?.(number);
    const { original, bytes, isPastHeader } = mutantOf(files, seed, number);
    const verdict = await examine(bytes);
    mutants += 1;
    pastHeader += isPastHeader ? 1 : 0;
    read += verdict.kind === 'read' ? 1 : 0;
    refused += verdict.kind === 'refused' ? 1 : 0;
    if (verdict.kind === 'fault') {
      findings.push({ seed, number, original: original.name, reason: verdict.reason });
    }
  }
  return { mutants, pastHeader, read, refused, findings };
}
