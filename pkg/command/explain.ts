import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ExplainedKey, ParsedDocument } from '../monitor/index.ts';
import { explainDocument, keyVerdicts, parseMonitorDocument, problemText } from '../monitor/index.ts';
import { CommandError } from './error.ts';
import type { Output } from './show.ts';
import { tableLines } from './table.ts';

export const explainUsage = 'driftglass explain FILE [--json]';

interface ExplainOptions {
  readonly file: string;
  readonly json: boolean;
}

function parse(args: readonly string[]): ExplainOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) {
      throw new CommandError(
        'usage',
        `${file === undefined ? 'no file is named' : 'one file is explained at a time'}. Usage: ${explainUsage}`
      );
    }
    return { file, json: values.json };
  } catch (error) {
    throw error instanceof CommandError
      ? error
      : new CommandError('usage', `${error instanceof Error ? error.message : String(error)}. Usage: ${explainUsage}`);
  }
}

function head({ document }: ParsedDocument, rows: readonly ExplainedKey[]): readonly string[] {
  const counts = keyVerdicts.map((verdict) => ({
    verdict,
    count: rows.filter((row) => row.verdict === verdict).length,
  }));
  const told = counts.filter(({ count }) => count > 0).map(({ verdict, count }) => `${count} ${verdict}`);
  return document === null
    ? []
    : [
        `${document.orgId} ${document.datasetId}: ${document.granularity}; analyzers: ${document.analyzers.length}, ` +
          `and ${document.dropped.length} that cannot run; monitors: ${document.monitors.length}`,
        `${rows.length} keys: ${told.join('; ')}`,
      ];
}

/**
 * `driftglass explain`: what becomes of every key of a monitor document, compared with WhyLabs, as a table for people
 * or with `--json` as one line. What cannot run is said before the table.
 *
 * @returns the exit code: 1 when the file is no document
 * @throws CommandError usage
 */
export function explain(args: readonly string[], output: Output): number {
  const { file, json } = parse(args);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.error(`driftglass: ${file} cannot be read: ${reason}. Remedy: check the path and its permissions`);
    return 1;
  }
  const parsed = parseMonitorDocument(text);
  if (parsed.document === null) {
    parsed.problems.forEach((problem) => output.error(`driftglass: ${file}: ${problemText(problem)}`));
    return 1;
  }
  const keys = explainDocument(text);
  if (json) {
    output.line(JSON.stringify({ file, problems: parsed.problems, keys }));
    return 0;
  }
  head(parsed, keys).forEach(output.line);
  output.line('');
  if (parsed.problems.length > 0) {
    parsed.problems.map(problemText).forEach(output.line);
    output.line('');
  }
  tableLines([['key', 'here', ''], ...keys.map((row) => [row.path, row.verdict, row.text])]).forEach(output.line);
  return 0;
}
