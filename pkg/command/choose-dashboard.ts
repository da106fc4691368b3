import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './error.ts';

/** The datasets that a dashboard's queries name; variables are none. */
function datasetsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/"datasetId":\s*"([^"$]+)"/g)].map(([, id]) => id ?? '');
}

/**
 * The dashboard for a store: the first whose datasets are all there, else the first that names none and so leaves the
 * choice to a variable.
 *
 * @throws CommandError input, when there is none of either kind
 */
export function chooseDashboard(folder: string, datasets: readonly string[]): string {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
  const made = files.find(
    (file) => datasetsOf(file).length > 0 && datasetsOf(file).every((id) => datasets.includes(id))
  );
  const general = files.find((file) => datasetsOf(file).length === 0);
  const chosen = made ?? general;
  if (chosen === undefined) {
    const known = datasets.length === 0 ? 'no dataset' : `the datasets ${datasets.slice(0, 5).join(', ')}`;
    throw new CommandError(
      'input',
      `no dashboard of ${folder} is for ${known}. Remedy: name one with --dashboard FILE`
    );
  }
  return chosen;
}
