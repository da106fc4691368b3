import { analyzerMetrics } from '../../../contract/index.ts';
import { configShapes, paramsShapes } from './config-facts.ts';
import { documentShapes } from './document-facts.ts';
import type { ShapeFacts } from './fact.ts';

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('_', '\\_');
}

function table({ name, keys }: ShapeFacts): string {
  const rows = Object.entries(keys).flatMap(([key, facts]) =>
    facts.map(
      ({ verdict, text, when }) =>
        `| \`${key}\`${when === undefined ? '' : `: ${cell(when.text)}`} | ${verdict} | ${cell(text)} |`
    )
  );
  return [
    `### ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    '',
    '| key | here | |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function metricTable(): string {
  const rows = analyzerMetrics.map(({ name, level, value }) => `| \`${name}\` | ${level} | ${cell(value)} |`);
  return ['### Metrics', '', '| metric | of | value |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The metrics that analyzers can name, and the facts of `explainDocument`, as Markdown for docs/compatibility.md. */
export function factTables(): string {
  const shapes = [...Object.values(documentShapes), ...Object.values(configShapes), ...Object.values(paramsShapes)];
  return [metricTable(), ...shapes.map(table)].join('\n\n');
}
