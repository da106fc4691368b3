/** An index inside a path, with what stands before and behind it. */
const indexPattern = /\[[\d,-]+\]/g;

function rangesText(indexes: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range !== undefined && index <= range[1] + 1) {
      range[1] = index;
    } else {
      ranges.push([index, index]);
    }
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** The path with its index number `position` left open, and that index; null where it has none. */
function openedAt(path: string, position: number): readonly [opened: string, index: string] | null {
  const match = [...path.matchAll(indexPattern)][position];
  return match === undefined
    ? null
    : [`${path.slice(0, match.index)}[]${path.slice(match.index + match[0].length)}`, match[0].slice(1, -1)];
}

function mergeAt(paths: readonly string[], position: number): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const opened = openedAt(path, position);
    const [key, index] = opened ?? [path, ''];
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups].map(([key, indexes]) => {
    const text = indexes.every((index) => /^\d+$/.test(index)) ? rangesText(indexes.map(Number)) : indexes.join(',');
    return key.includes('[]') ? key.replace('[]', `[${text}]`) : key;
  });
}

/**
 * Paths that differ in one index become one: `analyzers[0-2,5].config.metric`. In the order of their first appearance.
 *
 * @param paths each once
 */
export function mergePlaces(paths: readonly string[]): readonly string[] {
  const depth = Math.max(0, ...paths.map((path) => path.match(indexPattern)?.length ?? 0));
  return Array.from({ length: depth }, (_, i) => depth - 1 - i).reduce(mergeAt, paths);
}
