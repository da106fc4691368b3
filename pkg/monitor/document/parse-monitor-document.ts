import { granularities, type Granularity } from '../../contract/index.ts';
import { type MetricLookup, metricLookup } from './config-metric.ts';
import { DocumentReader } from './document-reader.ts';
import type { Analyzer, DroppedAnalyzer, Monitor, MonitorDocument } from './monitor-document.ts';
import { readAnalyzer, readVersion } from './parse-analyzer.ts';
import { readEntitySchema, readEntityWeights } from './parse-entity.ts';
import { readMonitor } from './parse-monitor.ts';
import { type Problem, Problems } from './problem.ts';
import { readSource } from './read-source.ts';
import { missing, Refusal } from './refusal.ts';

/** A document as it will be evaluated, and all that is to be said of it. */
export interface ParsedDocument {
  /** Null: nothing of it can be evaluated, and an error says why. */
  readonly document: MonitorDocument | null;
  readonly problems: readonly Problem[];
}

function needText(reader: DocumentReader, key: string): string {
  const text = reader.text(key);
  if (text === null || text === '') {
    throw missing(reader.pathOf(key), `${key} is missing; WhyLabs' engine leaves out such a document. Remedy: add it`);
  }
  return text;
}

function readGranularity(reader: DocumentReader): Granularity {
  const text = needText(reader, 'granularity');
  const known = granularities.find((granularity) => granularity === text.toLowerCase());
  if (known === undefined) {
    throw new Refusal(
      reader.pathOf('granularity'),
      'unknown-value',
      'InvalidJson',
      `"${text}" is no granularity. Remedy: one of ${granularities.join(', ')}`
    );
  }
  if (known !== text) {
    reader.add('note', 'granularity', 'lenient', `"${text}" is read as ${known}. Remedy: write ${known}`);
  }
  return known;
}

function readAnalyzers(reader: DocumentReader, metricOf: MetricLookup) {
  const analyzers: Analyzer[] = [];
  const dropped: DroppedAnalyzer[] = [];
  const firstPaths = new Map<string, string>();
  for (const [i, value] of (reader.entries('analyzers') ?? []).entries()) {
    const path = reader.pathOf(['analyzers', i]);
    const read = readAnalyzer(value, path, reader.problems, { metricOf, inline: null });
    const id = read.kind === 'analyzer' ? read.analyzer.id : read.dropped.id;
    const first = id === null ? undefined : firstPaths.get(id);
    if (id !== null && first !== undefined) {
      const text = `the id "${id}" is taken by ${first}; only that one is evaluated. Remedy: give this one an id of its own`;
      reader.problems.add('error', `${path}.id`, 'duplicate', text);
      dropped.push({ id, path, failureType: null, explanation: `${path}.id: ${text}` });
      continue;
    }
    if (id !== null) {
      firstPaths.set(id, path);
    }
    if (read.kind === 'analyzer') {
      analyzers.push(read.analyzer);
    } else {
      dropped.push(read.dropped);
    }
  }
  return { analyzers, dropped };
}

function readMonitors(reader: DocumentReader, analyzerIds: ReadonlySet<string>): readonly Monitor[] {
  const monitors: Monitor[] = [];
  for (const [i, value] of (reader.entries('monitors') ?? []).entries()) {
    const path = reader.pathOf(['monitors', i]);
    const monitor = readMonitor(value, path, reader.problems);
    if (monitor === null) {
      continue;
    }
    if (monitors.some(({ id }) => id === monitor.id)) {
      reader.problems.add(
        'warning',
        `${path}.id`,
        'duplicate',
        `another monitor has the id "${monitor.id}" too; both notify. Remedy: give this one an id of its own`
      );
    }
    monitor.analyzerIds.forEach((id, k) => {
      if (!analyzerIds.has(id)) {
        reader.problems.add(
          'warning',
          `${path}.analyzerIds[${k}]`,
          'reference',
          `there is no analyzer "${id}", so this monitor hears nothing of it. Remedy: add the analyzer or correct the id`
        );
      }
    });
    monitors.push(monitor);
  }
  return monitors;
}

function readWhole(reader: DocumentReader): MonitorDocument {
  const head = {
    orgId: needText(reader, 'orgId'),
    datasetId: needText(reader, 'datasetId'),
    granularity: readGranularity(reader),
    allowPartialTargetBatches: reader.flag('allowPartialTargetBatches'),
  };
  const entitySchema = readEntitySchema(reader.object('entitySchema'));
  const { analyzers, dropped } = readAnalyzers(reader, metricLookup(entitySchema));
  const ids = new Set([...analyzers, ...dropped].flatMap(({ id }) => (id === null ? [] : [id])));
  const document = {
    ...head,
    analyzers,
    dropped,
    monitors: readMonitors(reader, ids),
    entitySchema,
    weights: readEntityWeights(reader.object('weightConfig')),
    documentVersion: readVersion(reader),
  };
  reader.skip('id', 'schemaVersion', '$schema');
  reader.noteUnknownKeys();
  return document;
}

/**
 * Reads a monitor document as WhyLabs' engine does (spec/monitor-config.md): leniently, so that every document that
 * ran there gives a document here. An analyzer or monitor that cannot run is left out with an error that says why; the
 * others run. What an editor must not save is another question: `saveProblems`.
 *
 * @param source JSON or YAML text, or the parsed object; also an ad-hoc request with a `monitorConfig`
 */
export function parseMonitorDocument(source: unknown): ParsedDocument {
  const problems = new Problems();
  try {
    const { object, path } = readSource(source);
    return { document: readWhole(new DocumentReader(object, path, problems)), problems: problems.list };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    problems.add('error', error.path, error.code, error.message);
    return { document: null, problems: problems.list };
  }
}
