import { knownVariables } from './variables.ts';
import type { ViewDashboard } from './view-data.ts';

/** What holds for every dashboard. */
const always: readonly string[] = [
  'It is not a Grafana: everything is read-only. There are no users, nothing is saved, panels cannot be edited or moved.',
  'Alert rules are not evaluated and nobody is notified.',
  'Times are UTC. There is one data source, the folder that was opened.',
];

/** Keys of panels that have no effect here. */
const ignored = ['repeat', 'timeFrom', 'timeShift', 'libraryPanel', 'alert'];

/** What of this dashboard needs a Grafana, one sentence each. `drawn` are the kinds of panels that are here. */
export function limitsOf(dashboard: ViewDashboard, drawn: ReadonlySet<string>): readonly string[] {
  const { annotations, links, refresh, graphTooltip, templating, panels } = dashboard;
  // Each dashboard has Grafana's own annotations, which are nothing to miss.
  const added = annotations?.list?.filter(({ builtIn, enable }) => builtIn !== 1 && enable) ?? [];
  const unknown = templating?.list?.filter(({ type }) => !knownVariables.includes(type)) ?? [];
  return [
    ...always,
    ...added.map(({ name }) => `The annotations "${name}" are not shown.`),
    ...unknown.map(({ name, type }) => `The variable "${name}" is of the kind "${type}" and has no value.`),
    ...panels
      .filter(({ type }) => !drawn.has(type))
      .map(({ type, title = '' }) => `"${title}" needs the panel "${type}", which is not here.`),
    ...panels
      .filter(({ type, collapsed }) => type === 'row' && collapsed)
      .map(({ title = '' }) => `The closed row "${title}" is not opened.`),
    ...panels.flatMap((panel) =>
      ignored
        .filter((key) => Object.entries(panel).some(([name, value]) => name === key && Boolean(value)))
        .map((key) => `"${key}" of "${panel.title ?? ''}" has no effect.`)
    ),
    ...((links?.length ?? 0) > 0 ? ["The dashboard's links are not shown."] : []),
    ...(refresh ? ['Nothing is asked again by itself.'] : []),
    ...(graphTooltip ? ['The cursors of charts are not linked.'] : []),
  ];
}
