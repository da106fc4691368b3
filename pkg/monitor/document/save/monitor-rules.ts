import type { Problem } from '../problem.ts';
import { has, partAt, partsAt, type RawPart, textAt, textsAt } from './raw-view.ts';

/** Rule 9 of spec/monitor-config.md section 9. */
function oneAnalyzer(monitor: RawPart): readonly Problem[] {
  const count = textsAt(monitor, 'analyzerIds').length;
  return count > 1
    ? [
        {
          severity: 'error',
          path: `${monitor.path}.analyzerIds`,
          code: 'out-of-range',
          text: `a monitor has one analyzer, this one has ${count}. Remedy: one monitor for each`,
        },
      ]
    : [];
}

/** Rule 11. Whether a target exists is told only where the existing ones are known. */
function actionRules(monitor: RawPart, actionIds: readonly string[] | undefined): readonly Problem[] {
  return partsAt(monitor, 'actions').flatMap((action): readonly Problem[] => {
    const [type, target] = [textAt(action, 'type'), textAt(action, 'target')];
    if (type === null) {
      return [];
    }
    if (type !== 'global') {
      return [
        {
          severity: 'error',
          path: `${action.path}.type`,
          code: 'unknown-value',
          text: `an action of type "${type}" cannot be saved. Remedy: "global" with the id of an action`,
        },
      ];
    }
    if (target === null || target === '') {
      return [
        {
          severity: 'error',
          path: `${action.path}.target`,
          code: 'missing',
          text: 'a global action needs a target. Remedy: add the id of an action',
        },
      ];
    }
    return actionIds === undefined || actionIds.includes(target)
      ? []
      : [
          {
            severity: 'error',
            path: `${action.path}.target`,
            code: 'reference',
            text: `there is no action "${target}". Remedy: ${actionIds.length === 0 ? 'create it' : `one of ${actionIds.join(', ')}`}`,
          },
        ];
  });
}

/** Rule 15 is the parser's; here, that a filter is not heard there. */
function everyAnomalyFilter(monitor: RawPart): readonly Problem[] {
  const mode = partAt(monitor, 'mode');
  return textAt(mode, 'type') === 'EVERY_ANOMALY' && has(mode, 'filter')
    ? [
        {
          severity: 'note',
          path: `${monitor.path}.mode.filter`,
          code: 'lenient',
          text: 'WhyLabs ignored the filter of EVERY_ANOMALY; here it is applied',
        },
      ]
    : [];
}

/** Rules 9 and 11 of spec/monitor-config.md section 9. */
export function monitorRules(
  monitors: readonly RawPart[],
  actionIds: readonly string[] | undefined
): readonly Problem[] {
  return [
    ...monitors.flatMap(oneAnalyzer),
    ...monitors.flatMap((monitor) => actionRules(monitor, actionIds)),
    ...monitors.flatMap(everyAnomalyFilter),
  ];
}
