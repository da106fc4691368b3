import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuery } from '../../pkg/contract/index.ts';
import { pluginFolders, readJson } from '../../scripts/lib/layout.ts';
import { pluginId } from '../../scripts/lib/plugin-json.ts';
import { root } from '../../scripts/lib/run.ts';

const folder = join(root, 'provisioning');
const dashboards = readdirSync(join(folder, 'dashboards')).filter((file) => file.endsWith('.json'));

interface Dashboard {
  id: number | null;
  uid: string;
  templating: { list: Array<{ name: string; type: string; query: string }> };
  panels: Array<{ datasource: { type: string; uid: string }; targets: object[] }>;
}

function text(...path: string[]): string {
  return readFileSync(join(root, ...path), 'utf8');
}

/** The values of a key that stands alone on its lines, in YAML or ini, without quotation marks. */
function values(content: string, key: string): string[] {
  return [...content.matchAll(new RegExp(`^\\s*(?:- )?${key}\\s*[:=]\\s*(.+)$`, 'gm'))].map(([, value]) =>
    (value ?? '').trim().replace(/^'(.*)'$/, '$1')
  );
}

const mounts = [...text('docker-compose.yml').matchAll(/^\s*- (\.\/\S+):(\/\S+):ro$/gm)].map(([, from, to]) => ({
  from: from ?? '',
  to: to ?? '',
}));

test('there is a dashboard', () => {
  expect(dashboards).not.toHaveLength(0);
});

test.each(dashboards)('%s names its data source by a variable only', (file) => {
  const dashboard = readJson(join(folder, 'dashboards', file)) as Dashboard;
  const variables = dashboard.templating.list
    .filter(({ type, query }) => type === 'datasource' && query === pluginId('datasource'))
    .map(({ name }) => `\${${name}}`);
  expect(dashboard.id).toBeNull();
  const uids = [...JSON.stringify(dashboard).matchAll(/"datasource":\{[^}]*?"uid":"(.*?)"/g)].map(([, uid]) => uid);
  expect(uids).not.toHaveLength(0);
  expect(uids.filter((uid) => !variables.includes(uid ?? ''))).toEqual([]);
});

test.each(dashboards)('%s asks queries that the back end accepts once the variables have values', (file) => {
  const { panels, templating } = readJson(join(folder, 'dashboards', file)) as Dashboard;
  const targets = panels.flatMap((panel) => panel.targets);
  expect(targets).not.toHaveLength(0);
  for (const target of targets) {
    const filled = templating.list.reduce(
      (json, { name }) => json.replaceAll(`"$${name}"`, '"a value"').replaceAll(`"\${${name}}"`, '"a value"'),
      JSON.stringify(target)
    );
    expect(() => parseQuery(JSON.parse(filled))).not.toThrow();
    expect(filled).not.toContain('"$');
  }
});

test('Grafana is told to load each of the three plugins unsigned', () => {
  const [allowed = ''] = values(text('provisioning', 'grafana.ini'), 'allow_loading_unsigned_plugins');
  expect(allowed.split(',').sort()).toEqual(pluginFolders.map((name) => pluginId(name)).sort());
});

test('the store of the data source lies below the allowed roots and is what is mounted there', () => {
  const ini = text('provisioning', 'grafana.ini');
  expect(ini).toContain(`[plugin.${pluginId('datasource')}]`);
  const [roots = ''] = values(ini, 'roots');
  const [path = ''] = values(text('provisioning', 'datasources', 'driftglass.yaml'), 'path');
  expect(path.startsWith(`${roots}/`)).toBe(true);
  expect(mounts).toContainEqual({ from: './examples/flights/store', to: path });
});

test('what is provisioned is of this plugin', () => {
  expect(values(text('provisioning', 'plugins', 'apps.yaml'), 'type')).toEqual([pluginId('')]);
  expect(values(text('provisioning', 'datasources', 'driftglass.yaml'), 'type')).toEqual([
    pluginId('datasource'),
    'file',
  ]);
});

test('everything that is mounted is of the checkout, read-only, and exists or is built', () => {
  expect(mounts.map(({ from }) => from).filter((from) => !existsSync(join(root, from)))).toEqual(
    ['./dist', './examples/flights/store'].filter((from) => !existsSync(join(root, from)))
  );
  expect(mounts).toContainEqual({ from: './dist', to: `/var/lib/grafana/plugins/${pluginId('')}` });
  expect(text('docker-compose.yml').match(/^\s*- \.\//gm)).toHaveLength(mounts.length);
});
