import type { Session } from './session.ts';

/** What a health check found. Plain data. */
export interface StoreFacts {
  readonly datasets: number;
  readonly profiles: number;
  /** Profiles to compare with, by their names; each may consist of several files. */
  readonly references: number;
  /** Distinct UTC days that have profiles. */
  readonly days: number;
  readonly rejected: number;
  /** Reasons of the first few rejected objects. */
  readonly reasons: readonly string[];
  /** Why monitor documents of the settings cannot be used, a sentence for each. */
  readonly unusableDocuments: readonly string[];
  readonly listedMs: number;
}

const dayMs = 86_400_000;
const quotedReasons = 5;

/** Counts what the store holds. @throws StoreError when it cannot be listed */
export async function storeFacts(session: Session): Promise<StoreFacts> {
  const index = await session.index();
  const days = new Set<number>();
  let profiles = 0;
  let references = 0;
  for (const dataset of index.datasets) {
    profiles += dataset.entries.length;
    references += dataset.references.size;
    for (const { timestampMs } of dataset.entries) {
      days.add(Math.floor(timestampMs / dayMs));
    }
  }
  return {
    datasets: index.datasets.filter(({ entries, references: own }) => entries.length + own.size > 0).length,
    profiles,
    references,
    days: days.size,
    rejected: index.rejected.length,
    reasons: index.rejected.slice(0, quotedReasons).map(({ reason }) => reason),
    unusableDocuments: session.documents.unusable(),
    listedMs: index.listedMs,
  };
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The sentence under "Save & test". */
export function healthText({ datasets, profiles, references, days, rejected, unusableDocuments }: StoreFacts): string {
  const documents = unusableDocuments.map((reason) => ` But ${reason}.`).join('');
  if (profiles + references + rejected === 0) {
    return `The folder can be read and holds no profiles yet. Put whylogs profiles (*.bin) into a folder named after their dataset.${documents}`;
  }
  const found = `Found ${counted(datasets, 'dataset')}, ${counted(profiles, 'profile')} on ${counted(days, 'day')}`;
  const also = references === 0 ? '' : ` and ${counted(references, 'reference profile')}`;
  const broken = rejected === 0 ? '' : `; ${counted(rejected, 'object')} cannot be read, the details say why`;
  return `${found}${also}${broken}.${documents}`;
}
