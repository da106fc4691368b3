import type { ExplainedKey, KeyVerdict } from '../monitor/index.ts';
import { mergePlaces } from './merge-places.ts';
import { wrapText } from './wrap-text.ts';

/** What a person who moves a document looks for first; what needs no thought comes last. */
const order: readonly KeyVerdict[] = [
  'corrected, verdict may differ',
  'never worked there, active here',
  'better, named option',
  'not done',
  'ignored, as there',
  'same',
];

/** Characters of a line. Default 120: what fits beside another window; longer paths make longer lines. */
export const lineWidth = 120;

/** Characters that a text has at least, however long the paths are. */
const leastTextWidth = 40;

const gap = 2;

interface Entry {
  readonly places: readonly string[];
  readonly text: string;
}

/** Keys of one verdict, those of which the same is said together. */
function entriesOf(rows: readonly ExplainedKey[]): readonly Entry[] {
  const groups = Map.groupBy(rows, ({ key, text }) => JSON.stringify([key, text]));
  return [...groups.values()].map((group) => ({
    places: mergePlaces(group.map(({ path }) => path)),
    text: group[0]?.text ?? '',
  }));
}

function entryLines({ places, text }: Entry, placeWidth: number): readonly string[] {
  const texts = wrapText(text, Math.max(leastTextWidth, lineWidth - placeWidth - 2 * gap));
  return Array.from({ length: Math.max(places.length, texts.length) }, (_, i) =>
    `${' '.repeat(gap)}${(places[i] ?? '').padEnd(placeWidth)}${' '.repeat(gap)}${texts[i] ?? ''}`.trimEnd()
  );
}

/** How many keys there are of each verdict, in one line. */
export function countLine(rows: readonly ExplainedKey[]): string {
  const counts = order
    .map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`);
  return `${rows.length} ${rows.length === 1 ? 'key' : 'keys'} compared with WhyLabs: ${counts.join('; ')}`;
}

/** Every key under its verdict, the differences first; places that differ in an index alone as one. */
export function explainedLines(rows: readonly ExplainedKey[]): readonly string[] {
  const sections = order
    .map((verdict) => ({ verdict, entries: entriesOf(rows.filter((row) => row.verdict === verdict)) }))
    .filter(({ entries }) => entries.length > 0);
  const places = sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.places));
  const placeWidth = Math.max(0, ...places.map((place) => place.length));
  return sections.flatMap(({ verdict, entries }) => [
    '',
    verdict,
    ...entries.flatMap((entry) => entryLines(entry, placeWidth)),
  ]);
}
