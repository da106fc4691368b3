import type { DataFrame } from '@grafana/data';
import type { JsonObject } from '../../../pkg/contract/index.ts';
import { objectAt, textAt } from './json.ts';
import { customOf } from './parse-meta.ts';

/** What a frame is about, for finding the frames that belong together and for a person's choice. */
export interface Identity {
  /** The same for the histogram and the contributions of one column and segment. */
  readonly key: string;
  readonly name: string;
}

function labelText(labels: JsonObject): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Column and segment where the metadata says them, else the frame's name. */
export function identityOf(frame: DataFrame): Identity {
  const json = customOf(frame);
  const labels = objectAt(json, 'labels') ?? {};
  const column = textAt(json, 'column') ?? textAt(labels, 'column');
  const frameName = frame.name ?? frame.refId ?? 'unnamed';
  if (column === null) {
    return { key: JSON.stringify([frame.refId, frameName]), name: frameName };
  }
  const segment = textAt(labels, 'segment');
  const name = segment === null || segment === 'overall' ? column : `${column} · ${segment}`;
  return { key: JSON.stringify([frame.refId, textAt(json, 'datasetId'), column, labelText(labels)]), name };
}

/** Names that occur twice get a number, so that a choice is unambiguous. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let distinct = name;
    for (let number = 2; taken.has(distinct); number++) {
      distinct = `${name} (${number})`;
    }
    taken.add(distinct);
    return distinct;
  });
}
