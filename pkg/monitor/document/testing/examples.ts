import { DocumentReader } from '../document-reader.ts';
import { type Problem, Problems, problemText } from '../problem.ts';
import { Refusal } from '../refusal.ts';

type Json = Readonly<Record<string, unknown>>;

/** A drift analyzer that is right in every respect. */
export function analyzerExample(changes: Json = {}): Json {
  return {
    id: 'drift-analyzer',
    schedule: { type: 'fixed', cadence: 'daily' },
    targetMatrix: { type: 'column', include: ['*'] },
    config: configExample(),
    ...changes,
  };
}

export function configExample(changes: Json = {}): Json {
  return {
    type: 'drift',
    metric: 'histogram',
    threshold: 0.5,
    baseline: { type: 'TrailingWindow', size: 7 },
    ...changes,
  };
}

/** A fixed analyzer that is right in every respect. */
export function fixedExample(changes: Json = {}): Json {
  return analyzerExample({
    id: 'fixed-analyzer',
    config: { type: 'fixed', metric: 'count_null_ratio', upper: 0.1 },
    ...changes,
  });
}

export function monitorExample(changes: Json = {}): Json {
  return {
    id: 'drift-monitor',
    analyzerIds: ['drift-analyzer'],
    schedule: { type: 'immediate' },
    mode: { type: 'DIGEST' },
    actions: [],
    ...changes,
  };
}

export function documentExample(changes: Json = {}): Json {
  return {
    orgId: 'org-1',
    datasetId: 'model-1',
    granularity: 'daily',
    analyzers: [analyzerExample()],
    monitors: [],
    ...changes,
  };
}

/** Problems as lines, for comparisons that a person can read. */
export function lines(problems: readonly Problem[]): readonly string[] {
  return problems.map(problemText);
}

/** What reading an object gives: the value, or the refusal, and the problems. */
export function readExample<Value>(object: unknown, read: (reader: DocumentReader) => Value) {
  const problems = new Problems();
  try {
    return { value: read(new DocumentReader(object, 'x', problems)), problems: lines(problems.list) };
  } catch (error) {
    if (error instanceof Refusal) {
      const { path, code, failureType, message } = error;
      return { refusal: [path, code, failureType, message], problems: lines(problems.list) };
    }
    throw error;
  }
}
