import { analyzerMetrics } from '../../../contract/index.ts';
import { commonConfig, configShapes } from './config-facts.ts';
import { documentShapes } from './document-facts.ts';
import type { ShapeFacts } from './fact.ts';
import { paramsShapes } from './params-facts.ts';

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

const common = new Set<unknown>(Object.values(commonConfig.keys));

/** A kind of config without the facts that stand in the table of all kinds. */
function ownFacts({ name, keys }: ShapeFacts): ShapeFacts {
  return { name, keys: Object.fromEntries(Object.entries(keys).filter(([, facts]) => !common.has(facts))) };
}

/** The metrics that analyzers can name, and the facts of `explainDocument`, as Markdown for docs/compatibility.md. */
export function factTables(): string {
  const shapes = [
    ...Object.values(documentShapes),
    commonConfig,
    ...Object.values(configShapes).map(ownFacts),
    ...Object.values(paramsShapes),
  ];
  return [metricTable(), ...shapes.map(table)].join('\n\n');
}
