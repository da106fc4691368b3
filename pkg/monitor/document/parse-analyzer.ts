import type { Granularity } from '../../contract/index.ts';
import { readTargetSize, warnOfCombination } from './analyzer-combination.ts';
import { type MetricLookup, metricLookup } from './config-metric.ts';
import { DocumentReader } from './document-reader.ts';
import { readDuration } from './duration.ts';
import type { EntitySchema } from './entity.ts';
import type { Analyzer, DroppedAnalyzer } from './monitor-document.ts';
import { readConfig } from './parse-config.ts';
import { readAnalyzerSchedule } from './parse-schedule.ts';
import { readTarget } from './parse-target.ts';
import { type Problem, Problems } from './problem.ts';
import { missing, Refusal } from './refusal.ts';

/** What became of one analyzer. */
export type ReadAnalyzer =
  | { readonly kind: 'analyzer'; readonly analyzer: Analyzer }
  | { readonly kind: 'dropped'; readonly dropped: DroppedAnalyzer };

/** `metadata.version`, 0 where absent. The rest of the metadata is WhyLabs' own bookkeeping. */
export function readVersion(reader: DocumentReader): number {
  return reader.object('metadata')?.integer('version') ?? 0;
}

/** What an analyzer is read with. */
export interface AnalyzerContext {
  readonly metricOf: MetricLookup;
  /** What a query's analyzer may leave out; null for an analyzer of a document. */
  readonly inline: InlineDefaults | null;
}

/** Defaults of an analyzer that stands in a query instead of a document. */
export interface InlineDefaults {
  readonly id: string;
  /** Every batch is looked at. */
  readonly cadence: Granularity;
}

/** @throws Refusal */
function readWhole(reader: DocumentReader, { inline, metricOf }: AnalyzerContext): Analyzer {
  const id = reader.text('id') ?? inline?.id ?? '';
  if (id === '') {
    throw missing(reader.pathOf('id'), 'the id is missing. Remedy: add one, such as null-ratio-analyzer');
  }
  const configReader = reader.object('config');
  if (configReader === null) {
    throw missing(reader.pathOf('config'), 'the analyzer has no config. Remedy: add one with type and metric');
  }
  const config = readConfig(configReader, metricOf);
  const schedule =
    inline !== null && !reader.has('schedule')
      ? ({ type: 'fixed', cadence: inline.cadence, exclusionRanges: [] } as const)
      : readAnalyzerSchedule(reader.object('schedule'));
  const target = readTarget(reader.object('targetMatrix'));
  const analyzer: Analyzer = {
    id,
    displayName: reader.text('displayName'),
    tags: reader.texts('tags') ?? [],
    schedule,
    disabled: reader.flag('disabled'),
    target,
    targetSize: readTargetSize(reader, config),
    disableTargetRollup: reader.flag('disableTargetRollup'),
    dataReadinessDurationMs: readDuration(reader, 'dataReadinessDuration'),
    batchCoolDownPeriodMs: readDuration(reader, 'batchCoolDownPeriod'),
    backfillGracePeriodDurationMs: readDuration(reader, 'backfillGracePeriodDuration'),
    config,
    version: reader.integer('version'),
    configVersion: readVersion(reader),
  };
  reader.noteUnknownKeys();
  if (!reader.has('schedule') && inline === null) {
    reader.add(
      'warning',
      'schedule',
      'never-runs',
      'an analyzer without a schedule never runs. Remedy: {"type": "fixed", "cadence": "daily"}'
    );
  }
  if (target === null && inline === null && config.type !== 'conjunction' && config.type !== 'disjunction') {
    reader.add(
      'warning',
      'targetMatrix',
      'never-runs',
      'an analyzer without a targetMatrix analyses nothing. Remedy: {"type": "column", "include": ["*"]}'
    );
  }
  warnOfCombination(reader, config, target);
  return analyzer;
}

/** Reads one analyzer; one that cannot run is told as an error and set apart. */
export function readAnalyzer(value: unknown, path: string, problems: Problems, context: AnalyzerContext): ReadAnalyzer {
  let id: string | null = null;
  try {
    const reader = new DocumentReader(value, path, problems);
    const written = reader.value('id');
    id = typeof written === 'string' && written !== '' ? written : (context.inline?.id ?? null);
    return { kind: 'analyzer', analyzer: readWhole(reader, context) };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    problems.add('error', error.path, error.code, error.message);
    const place = error.path === '' ? '' : `${error.path}: `;
    return {
      kind: 'dropped',
      dropped: { id, path, failureType: error.failureType, explanation: place + error.message },
    };
  }
}

/** An analyzer given inside a query has this id where it names none. */
export const inlineAnalyzerId = 'inline';

/** A query's analyzer: exactly one of the two is there. */
export interface InlineAnalyzer {
  readonly analyzer: Analyzer | null;
  readonly dropped: DroppedAnalyzer | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads an analyzer that is given inside a query, as in a document, or as nothing but its `config`. It may leave out
 * its id ("inline"), its schedule (every batch) and its targetMatrix (null: the query's columns and segments).
 *
 * @param schema the entity schema whose custom metrics it may name
 */
export function parseAnalyzer(
  source: unknown,
  granularity: Granularity,
  schema: EntitySchema | null = null
): InlineAnalyzer {
  const problems = new Problems();
  const isConfig =
    typeof source === 'object' &&
    source !== null &&
    !Array.isArray(source) &&
    'type' in source &&
    !('config' in source);
  const read = readAnalyzer(isConfig ? { config: source } : source, '', problems, {
    metricOf: metricLookup(schema),
    inline: { id: inlineAnalyzerId, cadence: granularity },
  });
  return {
    analyzer: read.kind === 'analyzer' ? read.analyzer : null,
    dropped: read.kind === 'dropped' ? read.dropped : null,
    problems: problems.list,
  };
}
