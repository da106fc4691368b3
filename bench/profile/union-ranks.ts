import { decodeColumn, openProfiles } from '../../pkg/profile/index.ts';
import { rank, sortedView, type SortedView } from '../../pkg/sketch/index.ts';
import type { RankOf } from './compare.ts';
import { loadObjects, sourcesOf } from './objects.ts';

/** Ranks in the weighted union of the year: the distinct files, each as often as the year has it. */
export async function unionRanks(folder: string, days: number, distinct: number): Promise<RankOf> {
  const views = new Map<string, { readonly view: SortedView; readonly weight: number }[]>();
  const sources = sourcesOf(loadObjects(folder, distinct));
  for (const [file, source] of sources.entries()) {
    const weight = Math.ceil((days - file) / distinct);
    for (const profile of await openProfiles(source)) {
      for (const raw of await profile.readColumns()) {
        const kll = decodeColumn(raw, ['distribution']).distribution?.kll;
        if (kll === undefined || kll.n === 0) continue;
        const own = views.get(raw.name) ?? [];
        own.push({ view: sortedView([kll]), weight });
        views.set(raw.name, own);
      }
    }
  }
  return (column, value) => {
    let [n, below, upTo] = [0, 0, 0];
    for (const { view, weight } of views.get(column) ?? []) {
      n += view.n * weight;
      below += (rank(view, value, false) ?? 0) * view.n * weight;
      upTo += (rank(view, value, true) ?? 0) * view.n * weight;
    }
    return { below: below / n, upTo: upTo / n };
  };
}
