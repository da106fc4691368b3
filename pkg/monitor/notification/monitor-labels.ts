import type { Monitor } from '../document/monitor-document.ts';
import type { Action } from '../document/monitor-parts.ts';
import { messageId } from './message-id.ts';

/**
 * Whom an action would have told. Only a global action's target is a name; that of the others is an address or a
 * webhook's URL with its secret, which belongs into no label.
 */
function actionName({ type, target }: Action): string {
  return type === 'global' && target !== null ? target : type;
}

function labelName(name: string): string {
  return `action_${name.replace(/[^a-zA-Z0-9_]/g, '_')}`;
}

function actionLabels(actions: readonly Action[]): Readonly<Record<string, string>> {
  const names = [...new Set(actions.map(actionName))];
  return Object.fromEntries(
    names.map((name) => {
      const label = labelName(name);
      const collides = names.some((other) => other !== name && labelName(other) === label);
      return [collides ? `${label}_${messageId([name]).slice(0, 6)}` : label, 'true'];
    })
  );
}

/**
 * The labels by which Grafana's notification policies can route what a monitor finds: `monitor`, `severity` (1 to 3,
 * 3 the lowest), and `action_<id>="true"` for each of its actions, so that a policy asks for one by equality.
 * Characters that Prometheus refuses become `_`; names that then collide get a short hash.
 */
export function monitorLabels(monitor: Pick<Monitor, 'id' | 'severity' | 'actions'>): Readonly<Record<string, string>> {
  return { ...actionLabels(monitor.actions), monitor: monitor.id, severity: String(monitor.severity) };
}
