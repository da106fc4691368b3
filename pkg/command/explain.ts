import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { MonitorDocument } from '../monitor/index.ts';
import { explainDocument, lintAnalyzer, parseMonitorDocument, problemText } from '../monitor/index.ts';
import { CommandError } from './error.ts';
import { countLine, explainedLines } from './explain-table.ts';
import type { Output } from './show.ts';

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

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What the document is about, and how much of it can run. */
function head(file: string, document: MonitorDocument): readonly string[] {
  const { orgId, datasetId, granularity, analyzers, dropped, monitors } = document;
  const unable = dropped.length === 0 ? '' : `, and ${dropped.length} that cannot run`;
  return [
    `${file}: dataset ${datasetId} of ${orgId}, ${granularity}`,
    `${counted(analyzers.length, 'analyzer', 'analyzers')}${unable}; ${counted(monitors.length, 'monitor', 'monitors')}`,
  ];
}

/** What is probably not meant, whatever the data are. */
function lintsOf({ analyzers }: MonitorDocument) {
  return analyzers.flatMap((analyzer) =>
    lintAnalyzer(analyzer).map(({ code, text }) => ({ analyzerId: analyzer.id, code, text }))
  );
}

/**
 * `driftglass explain`: what becomes of every key of a monitor document, compared with WhyLabs, for people or with
 * `--json` as one line. What cannot run, and what is probably not meant, is said first.
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
  const { document, problems } = parsed;
  const keys = explainDocument(text);
  const lints = lintsOf(document);
  if (json) {
    output.line(JSON.stringify({ file, problems, lints, keys }));
    return 0;
  }
  const told = [
    ...problems.map(problemText),
    ...lints.map(({ analyzerId, text: what }) => `hint ${analyzerId}: ${what}`),
  ];
  [
    ...head(file, document),
    ...(told.length === 0 ? [] : ['', ...told]),
    '',
    countLine(keys),
    ...explainedLines(keys),
  ].forEach(output.line);
  return 0;
}
