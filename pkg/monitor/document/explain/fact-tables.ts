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

/** The facts of `explainDocument` as Markdown, for docs/compatibility.md. */
export function factTables(): string {
  return [...Object.values(documentShapes), ...Object.values(configShapes), ...Object.values(paramsShapes)]
    .map(table)
    .join('\n\n');
}
