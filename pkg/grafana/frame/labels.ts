import type { Labels } from './field.ts';

const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Whether Prometheus and Alertmanagers take the name as it is. Others are rewritten on their way (real-grafana P15). */
export function isLabelName(name: string): boolean {
  return labelName.test(name);
}

/** What is wrong with labels, or null: names must be Prometheus names, values must not be empty (they would be dropped). */
export function labelProblem(labels: Labels): string | null {
  for (const [name, value] of Object.entries(labels)) {
    if (!isLabelName(name)) {
      return `label name ${JSON.stringify(name)} is not a Prometheus name: use letters, digits and _, not a digit first`;
    }
    if (value === '') {
      return `label ${name} is empty: leave it out or give it a value`;
    }
  }
  return null;
}

/** Whether labels are accepted everywhere between here and an Alertmanager. */
export function validLabels(labels: Labels): boolean {
  return labelProblem(labels) === null;
}

/** A label set as a text: equal sets give equal texts, in whatever order they were built. */
export function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(',')}}`;
}
