import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readJson } from '../../scripts/lib/layout.ts';
import { root } from '../../scripts/lib/run.ts';

export const provisioning = join(root, 'provisioning');

/** The text of a file of the checkout. */
export function text(...path: readonly string[]): string {
  return readFileSync(join(root, ...path), 'utf8');
}

/** A YAML or JSON file of the checkout. Its shape is judged by `schemas.ts`. */
export function read(...path: readonly string[]): unknown {
  return parse(text(...path));
}

export interface Target {
  readonly refId: string;
  readonly kind: string;
  readonly queryType: string;
  readonly [key: string]: unknown;
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;
  readonly datasource?: { readonly type: string; readonly uid: string };
  readonly targets?: readonly Target[];
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly query: unknown;
  readonly current: { readonly value?: string };
}

/** What the tests follow of a dashboard. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly Variable[] };
  readonly annotations: {
    readonly list: ReadonlyArray<{ readonly builtIn?: number; readonly enable: boolean; readonly target?: Target }>;
  };
}

export const dashboardFiles = ['flights.json', 'profiles.json'] as const;

export function dashboard(file: (typeof dashboardFiles)[number]): Dashboard {
  return readJson(join(provisioning, 'dashboards', file)) as Dashboard;
}

/** A query or an expression of an alert rule. */
export interface RuleQuery {
  readonly refId: string;
  readonly datasourceUid: string;
  readonly queryType?: string;
  readonly relativeTimeRange: { readonly from: number; readonly to: number };
  readonly model: Readonly<Record<string, unknown>>;
}

export interface Rule {
  readonly uid: string;
  readonly title: string;
  readonly condition: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly dashboardUid: string;
  readonly panelId: number;
  readonly data: readonly RuleQuery[];
}

export function rules(): readonly Rule[] {
  const file = read('provisioning', 'alerting', 'rules.yaml') as {
    readonly groups: ReadonlyArray<{ rules: readonly Rule[] }>;
  };
  return file.groups.flatMap((group) => group.rules);
}

/** Grafana's own name for the place of its expressions. */
export const expressions = '__expr__';
