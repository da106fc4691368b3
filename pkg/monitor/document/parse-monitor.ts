import { DocumentReader } from './document-reader.ts';
import { readDuration } from './duration.ts';
import type { Monitor } from './monitor-document.ts';
import { type Action, digestGroups, type MonitorFilter, type MonitorMode } from './monitor-parts.ts';
import { readMonitorSchedule } from './parse-schedule.ts';
import type { Problems } from './problem.ts';
import { missing, Refusal } from './refusal.ts';

/** The lowest severity in use, and the default. */
export const defaultSeverity = 3;

function readFilter(reader: DocumentReader | null): MonitorFilter | null {
  if (reader === null) {
    return null;
  }
  const filter = {
    includeColumns: reader.texts('includeColumns'),
    excludeColumns: reader.texts('excludeColumns'),
    includeMetrics: reader.texts('includeMetrics'),
    minWeight: reader.number('minWeight'),
    maxWeight: reader.number('maxWeight'),
    minAlertCount: reader.number('minAlertCount'),
    maxAlertCount: reader.number('maxAlertCount'),
    minTotalWeight: reader.number('minTotalWeight'),
    maxTotalWeight: reader.number('maxTotalWeight'),
  };
  for (const key of ['minRankByWeight', 'maxRankByWeight']) {
    if (reader.has(key)) {
      reader.add('note', key, 'lenient', "ignored, as by WhyLabs' engine. Remedy: minWeight or maxWeight");
    }
  }
  reader.noteUnknownKeys();
  return filter;
}

function readMode(reader: DocumentReader | null, path: string): MonitorMode {
  const type = reader?.oneOf('type', ['DIGEST', 'EVERY_ANOMALY']) ?? null;
  if (reader === null || type === null) {
    throw missing(
      reader?.pathOf('type') ?? path,
      'the mode is missing. Remedy: {"type": "DIGEST"} or {"type": "EVERY_ANOMALY"}'
    );
  }
  const filter = readFilter(reader.object('filter'));
  if (type === 'EVERY_ANOMALY') {
    reader.noteUnknownKeys();
    return { type, filter };
  }
  const groups = reader.texts('groupBy') ?? [];
  const mode = {
    type,
    filter,
    datasetTimestampOffsetMs: readDuration(reader, 'datasetTimestampOffset'),
    creationTimeOffsetMs: readDuration(reader, 'creationTimeOffset'),
    groupBy: digestGroups.filter((group) => groups.includes(group)),
  };
  reader.noteUnknownKeys();
  return mode;
}

function readAction(reader: DocumentReader): Action {
  const action = { type: reader.text('type') ?? '', target: reader.text('target') };
  reader.noteUnknownKeys();
  return action;
}

/** @throws Refusal */
function readWhole(reader: DocumentReader): Monitor {
  const id = reader.text('id') ?? '';
  if (id === '') {
    throw missing(reader.pathOf('id'), 'the id is missing. Remedy: add one, such as null-ratio-monitor');
  }
  const schedule = reader.object('schedule');
  if (schedule === null) {
    reader.add(
      'warning',
      'schedule',
      'never-runs',
      'a monitor without a schedule never runs. Remedy: {"type": "immediate"}'
    );
  }
  const monitor: Monitor = {
    id,
    displayName: reader.text('displayName'),
    tags: reader.texts('tags') ?? [],
    analyzerIds: reader.texts('analyzerIds') ?? [],
    schedule: readMonitorSchedule(schedule),
    disabled: reader.flag('disabled'),
    severity: reader.integer('severity') ?? defaultSeverity,
    mode: readMode(reader.object('mode'), reader.pathOf('mode')),
    actions: reader.objects('actions')?.map(readAction) ?? [],
  };
  reader.skip('metadata');
  reader.noteUnknownKeys();
  return monitor;
}

/** Reads one monitor; null for one that cannot run, which is told as an error. */
export function readMonitor(value: unknown, path: string, problems: Problems): Monitor | null {
  try {
    return readWhole(new DocumentReader(value, path, problems));
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    problems.add('error', error.path, error.code, error.message);
    return null;
  }
}
