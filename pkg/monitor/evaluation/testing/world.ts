import { createHash } from 'node:crypto';
import type { ColumnSelection, Granularity, ReadinessClock, ResultRecord, Segment } from '../../../contract/index.ts';
import { allColumns, makeSegment, segmentText } from '../../../contract/index.ts';
import type { LoggedRow, WriterOptions } from '../../../profile/index.ts';
import { bytesSource, ProfileWriter } from '../../../profile/index.ts';
import type { CatalogEntry, ProfileStore } from '../../../store/index.ts';
import { Catalog } from '../../../store/index.ts';
import { batchCaches, BatchReader, TimelineIndex } from '../../../timeline/index.ts';
import { parseMonitorDocument } from '../../document/parse-monitor-document.ts';
import type { AnalysisPlan } from '../analysis-plan.ts';
import type { AnalysisRequest } from '../analysis-request.ts';
import type { BatchSource } from '../batch-source.ts';
import type { JudgedTarget } from '../evaluate-segment.ts';
import { evaluateSubject } from '../evaluate-subject.ts';
import type { Judgement } from '../judgement.ts';
import type { JudgementCache } from '../judgement-cache.ts';
import { noCache } from '../judgement-cache.ts';
import { makeRecord } from '../make-record.ts';
import { planAnalysis } from '../plan-analysis.ts';

/** What a test asks; without range: 1 to 10 March 2013, a month later. */
export interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly now?: string;
  readonly isLatest?: boolean;
  readonly isInline?: boolean;
  readonly columns?: Partial<ColumnSelection>;
  readonly segments?: readonly Readonly<Record<string, string>>[];
  readonly granularity?: Granularity;
  readonly readinessClock?: ReadinessClock;
  readonly backfillGrace?: boolean;
  readonly cache?: JudgementCache;
  readonly wantsCells?: boolean;
  readonly checkpoint?: () => void;
}

/** One result, or its absence. */
export interface Found extends JudgedTarget {
  /** Column and segment: `a`, `a city=york`, `dataset`. */
  readonly subject: string;
  readonly record: ResultRecord | null;
}

export interface Answer {
  readonly plan: AnalysisPlan;
  readonly found: readonly Found[];
  /** Column and segment of all that have part in the answer, whether judged or not. */
  readonly subjects: readonly string[];
}

/** Keeps judgements for as long as it lives. */
export class KeptJudgements implements JudgementCache {
  readonly entries = new Map<string, Judgement>();

  get(key: string): Judgement | undefined {
    return this.entries.get(key);
  }

  set(key: string, judgement: Judgement): void {
    this.entries.set(key, judgement);
  }
}

/** A profile of the given rows. */
export function profile(time: string, rows: readonly LoggedRow[], options: Partial<WriterOptions> = {}): Uint8Array {
  const writer = new ProfileWriter({ datasetTimestampMs: Date.parse(time), ...options });
  rows.forEach((row) => writer.log(row));
  return writer.finish();
}

/** Rows of one column. */
export function rows(column: string, values: readonly (number | string | boolean | null)[]): readonly LoggedRow[] {
  return values.map((value) => ({ [column]: value }));
}

/** A profile whose header can be read and whose last column, by name, cannot. */
export function damaged(content: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(content);
  bytes.fill(0xff, bytes.length - 20);
  return bytes;
}

/** A store in memory, and the engine over it. Keys are below the dataset `d`. */
export class World {
  readonly files = new Map<string, Uint8Array>();
  /** The version that the store says of every file; null: a hash of its bytes. */
  version: string | null = null;
  /** Columns and batches that were read, in order. */
  readonly reads: string[] = [];
  /** How often the facts of a batch were read. */
  factReads = 0;

  put(key: string, content: Uint8Array): this {
    this.files.set(`d/${key}.bin`, content);
    return this;
  }

  /** One profile a day of one column `a`; days that are null are missing. */
  static ofDays(first: string, values: readonly (readonly (number | string | null)[] | null)[]): World {
    const world = new World();
    values.forEach((ofDay, i) => {
      const day = new Date(Date.parse(first) + i * 86_400_000).toISOString();
      if (ofDay !== null) {
        world.put(day.slice(0, 10), profile(day, rows('a', ofDay)));
      }
    });
    return world;
  }

  /** One value of the column `a` a day. */
  static ofValues(first: string, values: readonly (number | null)[]): World {
    return World.ofDays(
      first,
      values.map((value) => (value === null ? null : [value]))
    );
  }

  async index(): Promise<TimelineIndex> {
    return new TimelineIndex(await new Catalog(this.#store()).snapshot());
  }

  /** Evaluates one analyzer of a document. @param document an object, whatever it lacks being filled in */
  async evaluate(document: object, analyzerId: string, asked: Asked = {}): Promise<Answer> {
    const { plan, members } = await this.plan(document, analyzerId, asked);
    const source = this.#source(members);
    const found: Found[] = [];
    const subjects: string[] = [];
    const { cache = noCache, wantsCells = false, checkpoint = () => undefined } = asked;
    for (const segment of plan.segments) {
      for (const column of plan.isOfDataset ? [null] : plan.columns) {
        const tools = { source, cache, wantsCells, checkpoint };
        const { isMeant, judged } = await evaluateSubject(plan, segment, column, tools);
        const place = segment.segment.length === 0 ? '' : ` ${segmentText(segment.segment)}`;
        const subject = `${column ?? 'dataset'}${place}`;
        subjects.push(...(isMeant ? [subject] : []));
        found.push(...judged.map((one) => ({ ...one, subject, record: makeRecord({ plan, segment, column }, one) })));
      }
    }
    return { plan, found, subjects };
  }

  /** Evaluates an analyzer by itself. @param changes of an analyzer of column `a` over all days */
  async judge(config: object, changes: object = {}, asked: Asked = {}): Promise<Answer> {
    return this.evaluate({ analyzers: [analyzerOf(config, changes)] }, 'analyzer-1', asked);
  }

  async plan(document: object, analyzerId: string, asked: Asked = {}) {
    const source = { orgId: 'org-1', datasetId: 'd', granularity: 'daily', analyzers: [], monitors: [], ...document };
    const { document: parsed, problems } = parseMonitorDocument(source);
    const analyzer = parsed?.analyzers.find(({ id }) => id === analyzerId);
    if (parsed === null || analyzer === undefined) {
      throw new Error(`no analyzer ${analyzerId}: ${JSON.stringify(problems)}`);
    }
    const members: CatalogEntry[] = [];
    const position = (entry: CatalogEntry): number => {
      const known = members.indexOf(entry);
      return known === -1 ? members.push(entry) - 1 : known;
    };
    const dataset = (await this.index()).dataset('d');
    let choices = 0;
    const plan = planAnalysis(analyzer, requestOf(asked), { dataset, document: parsed, position }, () => {
      choices += 1;
    });
    return { plan, members, choices };
  }

  #source(members: readonly CatalogEntry[]): BatchSource {
    const reader = new BatchReader(this.#store(), 'test', batchCaches(1_000_000));
    const at = (positions: readonly number[]) => positions.flatMap((position) => members[position] ?? []);
    return {
      column: (positions, column, wanted) => {
        this.reads.push(
          `${column} ${at(positions)
            .map(({ object }) => object.key)
            .join()} ${wanted.join()}`
        );
        return reader.column(at(positions), column, wanted);
      },
      facts: (positions) => {
        this.factReads += 1;
        return reader.facts(at(positions));
      },
    };
  }

  #store(): ProfileStore {
    return {
      list: async () =>
        [...this.files].map(([key, bytes]) => ({
          key,
          sizeBytes: bytes.length,
          version: this.version ?? createHash('sha256').update(bytes).digest('hex'),
          modifiedMs: 0,
        })),
      open: ({ key }) => bytesSource(key, this.files.get(key) ?? new Uint8Array()),
      readText: async () => null,
    };
  }
}

export function analyzerOf(config: object, changes: object = {}): object {
  return {
    id: 'analyzer-1',
    schedule: { type: 'fixed', cadence: 'daily' },
    targetMatrix: { type: 'column', include: ['a'] },
    config,
    ...changes,
  };
}

export function requestOf(asked: Asked): AnalysisRequest {
  return {
    isInline: asked.isInline ?? false,
    fromMs: Date.parse(asked.from ?? '2013-03-01'),
    toMs: Date.parse(asked.to ?? '2013-03-11'),
    isLatest: asked.isLatest ?? false,
    evaluationMs: Date.parse(asked.now ?? '2013-04-01'),
    granularity: asked.granularity ?? null,
    columns: { ...allColumns, ...asked.columns },
    segments: asked.segments?.map((tags): Segment => makeSegment(Object.entries(tags))) ?? null,
    readinessClock: asked.readinessClock ?? 'guide',
    backfillGrace: asked.backfillGrace ?? false,
  };
}

/** What a target came to: 0, 1, the type of a failure, or null where there is no record. */
export function verdictOf({ judgement: { outcome } }: JudgedTarget): 0 | 1 | string | null {
  return outcome.kind === 'none' ? null : outcome.kind === 'failure' ? outcome.failureType : outcome.anomalyCount;
}

/** The verdicts of one subject by day, as `03-09`; those without a record left out. */
export function verdicts({ found }: Answer, subject = 'a'): Readonly<Record<string, 0 | 1 | string>> {
  return Object.fromEntries(
    found.flatMap((one) => {
      const verdict = verdictOf(one);
      const day = new Date(one.target.timestampMs).toISOString().slice(5, 10);
      return one.subject === subject && verdict !== null ? [[day, verdict]] : [];
    })
  );
}

/** The one result of a day. @throws Error when there is none, or more than one */
export function on({ found }: Answer, day: string, subject = 'a'): Found {
  const [only, ...others] = found.filter(
    (one) => one.subject === subject && new Date(one.target.timestampMs).toISOString().slice(5, 10) === day
  );
  if (only === undefined || others.length > 0) {
    throw new Error(`${subject} has ${others.length + (only === undefined ? 0 : 1)} results on ${day}`);
  }
  return only;
}

/** The reason or explanation of a result. */
export function saidOf({ judgement: { outcome } }: JudgedTarget): string {
  return outcome.kind === 'none' ? outcome.reason : outcome.explanation;
}
