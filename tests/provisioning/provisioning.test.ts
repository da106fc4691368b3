import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlugin } from '../../pkg/grafana/index.ts';
import { distFolder, executableName, pluginFolders, readJson } from '../../scripts/lib/layout.ts';
import { pluginId } from '../../scripts/lib/plugin-json.ts';
import { root } from '../../scripts/lib/run.ts';
import { notLinuxX64 } from '../plugin/dist.ts';
import { describeUnless } from '../plugin/left-out.ts';
import { dashboard, dashboardFiles, expressions, provisioning, read, rules, text } from './files.ts';
import { faults, type Shape } from './schemas.ts';

// Back ends are started and stores are copied here, on machines that do other things too.
jest.setTimeout(60_000);

const files: ReadonlyArray<readonly [Shape, string]> = [
  ['compose', 'docker-compose.yml'],
  ['apps', 'provisioning/plugins/apps.yaml'],
  ['datasources', 'provisioning/datasources/driftglass.yaml'],
  ['providers', 'provisioning/dashboards/dashboards.yaml'],
  ['rules', 'provisioning/alerting/rules.yaml'],
  ['contactPoints', 'provisioning/alerting/contact-points.yaml'],
  ['policies', 'provisioning/alerting/policies.yaml'],
  ['alertmanager', 'provisioning/alertmanager.yml'],
  ...dashboardFiles.map((file): readonly [Shape, string] => ['dashboard', `provisioning/dashboards/${file}`]),
];

test.each(files)('what is taken for %s: %s', (shape, path) => {
  expect(faults(shape, read(path))).toEqual([]);
});

test('no file of provisioning/ is without such a check', () => {
  const known = files.map(([, path]) => path);
  const found = readdirSync(provisioning, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  expect(found.filter((file) => !known.includes(file))).toEqual(['provisioning/grafana.ini']);
});

describe('the checks refuse', () => {
  test.each<[string, Shape, unknown]>([
    [
      'a port that other machines reach',
      'compose',
      { services: { a: { image: 'a/b:1.2.3', volumes: ['./x:/y:ro'], ports: ['3000:3000'] } }, volumes: {} },
    ],
    [
      'an image that is not pinned',
      'compose',
      { services: { a: { image: 'a/b:latest', volumes: ['./x:/y:ro'] } }, volumes: {} },
    ],
    [
      'a mount of the checkout that can be written',
      'compose',
      { services: { a: { image: 'a/b:1.2.3', volumes: ['./x:/y'] } }, volumes: {} },
    ],
    ['a misspelt key', 'policies', { apiVersion: 1, policies: [{ orgId: 1, reciever: 'x' }] }],
    ['a dashboard that claims a number', 'dashboard', { ...dashboard('flights.json'), id: 7 }],
    ['another version of the schema', 'dashboard', { ...dashboard('flights.json'), schemaVersion: 30 }],
  ])('%s', (_, shape, content) => {
    expect(faults(shape, content)).not.toEqual([]);
  });
});

interface Compose {
  readonly services: Readonly<
    Record<
      'build' | 'flights' | 'grafana' | 'alertmanager',
      {
        readonly image: string;
        readonly entrypoint?: readonly string[];
        readonly command?: readonly string[];
        readonly volumes: readonly string[];
        readonly ports?: readonly string[];
        readonly depends_on?: Readonly<Record<string, object>>;
        readonly environment?: Readonly<Record<string, string>>;
      }
    >
  >;
}

// Judged by its schema above.
const { services } = read('docker-compose.yml') as Compose;

function mounts({ volumes }: { readonly volumes: readonly string[] }): ReadonlyMap<string, string> {
  return new Map(volumes.map((volume) => volume.split(':')).map(([from = '', to = '']) => [to, from]));
}

/** The value of a key that stands alone on its line of an ini file. */
function setting(key: string): string {
  return new RegExp(`^${key} = (.+)$`, 'm').exec(text('provisioning', 'grafana.ini'))?.[1] ?? '';
}

const source = (
  read('provisioning', 'datasources', 'driftglass.yaml') as {
    datasources: [{ uid: string; type: string; jsonData: { store: { path: string } } }];
  }
).datasources[0];

describe('docker-compose.yml', () => {
  test('mounts what is in the checkout', () => {
    const all = Object.values(services).flatMap((service) => [...mounts(service).values()]);
    expect(all.filter((from) => from.startsWith('.') && !existsSync(join(root, from)))).toEqual([]);
    expect(new Set(all.filter((from) => !from.startsWith('.')))).toEqual(new Set(['work', 'plugin', 'profiles']));
  });

  test('the plugin is built from the checkout before anything uses it', () => {
    expect(mounts(services.build).get('/source')).toBe('./');
    expect(mounts(services.build).get('/opt/driftglass')).toBe('plugin');
    expect(services.build.command?.at(-1)).toMatch(/npm run build; .*cp -a dist\/\. \/opt\/driftglass\/$/);
    expect(services.flights.depends_on?.['build']).toEqual({ condition: 'service_completed_successfully' });
  });

  test('Grafana finds each file of provisioning where it looks for it', () => {
    const found = mounts(services.grafana);
    const place = '/etc/grafana/provisioning';
    expect(found.get('/etc/grafana/grafana.ini')).toBe('./provisioning/grafana.ini');
    for (const kind of ['plugins', 'datasources', 'alerting']) {
      expect(found.get(`${place}/${kind}`)).toBe(`./provisioning/${kind}`);
    }
    const provider = read('provisioning', 'dashboards', 'dashboards.yaml') as {
      providers: [{ options: { path: string } }];
    };
    expect(provider.providers[0].options.path).toBe(`${place}/dashboards`);
    for (const file of ['dashboards.yaml', 'flights.json']) {
      expect(found.get(`${place}/dashboards/${file}`)).toBe(`./provisioning/dashboards/${file}`);
    }
    expect(found.get(`/var/lib/grafana/plugins/${pluginId('')}`)).toBe('plugin');
    expect(found.get(services.grafana.environment?.['GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH'] ?? '')).toBe(
      './provisioning/dashboards/flights.json'
    );
  });

  test('the store is made by our executable, before Grafana starts, where the data source reads it', () => {
    const { entrypoint = [], command = [] } = services.flights;
    const made = mounts(services.flights);
    expect(made.get('/opt/driftglass')).toBe('plugin');
    expect(entrypoint).toEqual([`/opt/driftglass/datasource/${executableName('linux', 'x64')}`]);
    const option = (name: string) => command[command.indexOf(name) + 1] ?? '';
    expect(command[0]).toBe('replay');
    for (const name of ['--archive', '--monitor']) {
      expect(option(name).startsWith('/opt/flights/')).toBe(true);
      expect(existsSync(join(root, option(name).replace('/opt/flights', made.get('/opt/flights') ?? '')))).toBe(true);
    }
    expect(option('--to')).toBe(source.jsonData.store.path);
    // Beside the store is where it is written first: the same volume.
    expect(made.get(join(option('--to'), '..'))).toBe('profiles');
    expect(mounts(services.grafana).get(join(option('--to'), '..'))).toBe('profiles');
    expect(services.grafana.depends_on?.['flights']).toEqual({ condition: 'service_completed_successfully' });
  });

  describeUnless(notLinuxX64, 'the store of the one-shot service', () => {
    test('is made by the command as it stands there, and the data source is healthy on it', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'driftglass-compose-'));
      try {
        // The places in the container as those of this machine.
        const here = (path: string): string =>
          path
            .replace(/^\/opt\/driftglass/, distFolder)
            .replace(/^\/opt\/flights/, join(root, 'examples', 'flights'))
            .replace(/^\/var\/lib\/driftglass/, folder);
        const { entrypoint = [], command = [] } = services.flights;
        const [program = '', ...args] = [...entrypoint, ...command].map(here);
        // No more environment than a container without any has.
        const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', env: { PATH: '/usr/bin' } });
        expect([status, stderr]).toEqual([0, '']);
        const client = await startPlugin(program, { env: { GF_PLUGIN_ROOTS: folder } });
        try {
          const jsonData = { store: { type: 'file', path: here(source.jsonData.store.path) } };
          const health = await client.checkHealth({ settings: { uid: source.uid, jsonData } });
          expect(health.status).toBe('ok');
          expect(health.message).toContain('1095 profiles on 365 days');
        } finally {
          await client.shutdown();
        }
        expect(existsSync(join(here(source.jsonData.store.path), 'flights', 'monitor.json'))).toBe(true);
        expect(readdirSync(folder)).toEqual(['profiles']);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });

  test('the containers that run the executable are the one image whose C library the executable was tested with', () => {
    expect(services.flights.image).toBe(services.grafana.image);
    expect(services.grafana.image).toMatch(/-ubuntu$/);
  });
});

test('Grafana is told to load each of the three plugins unsigned', () => {
  const allowed = setting('allow_loading_unsigned_plugins').split(',');
  expect(allowed.sort()).toEqual(pluginFolders.map((name) => pluginId(name)).sort());
});

test('the store of the data source lies below the allowed roots', () => {
  expect(text('provisioning', 'grafana.ini')).toContain(`[plugin.${pluginId('datasource')}]`);
  expect(source.jsonData.store.path.startsWith(`${setting('roots')}/`)).toBe(true);
});

test('what is provisioned is of this plugin', () => {
  const { apps } = read('provisioning', 'plugins', 'apps.yaml') as { apps: Array<{ type: string }> };
  expect(apps.map(({ type }) => type)).toEqual([pluginId('')]);
  expect(source.type).toBe(pluginId('datasource'));
});

describe('alerts', () => {
  test('go by the policy to a contact point that is the Alertmanager of the compose file', () => {
    const { policies } = read('provisioning', 'alerting', 'policies.yaml') as { policies: [{ receiver: string }] };
    const { contactPoints } = read('provisioning', 'alerting', 'contact-points.yaml') as {
      contactPoints: [{ name: string; receivers: [{ settings: { url: string } }] }];
    };
    const [{ name, receivers }] = contactPoints;
    expect(policies[0].receiver).toBe(name);
    const { hostname, port } = new URL(receivers[0].settings.url);
    expect(Object.keys(services)).toContain(hostname);
    expect(services.alertmanager.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(mounts(services.alertmanager).get('/etc/alertmanager/alertmanager.yml')).toBe(
      './provisioning/alertmanager.yml'
    );
    const { route, receivers: known } = read('provisioning', 'alertmanager.yml') as {
      route: { receiver: string };
      receivers: Array<{ name: string }>;
    };
    expect(known.map((receiver) => receiver.name)).toContain(route.receiver);
  });

  test('are sent again before an Alertmanager takes them for resolved', () => {
    const { policies } = read('provisioning', 'alerting', 'policies.yaml') as {
      policies: [{ group_interval: string; repeat_interval: string }];
    };
    // Both in minutes; resolve_timeout is 5m where its file does not say another.
    const [group, repeat] = [policies[0].group_interval, policies[0].repeat_interval].map((duration) =>
      Number(/^(\d+)m$/.exec(duration)?.[1])
    );
    expect((group ?? NaN) + (repeat ?? NaN)).toBeLessThan(5);
    expect(text('provisioning', 'alertmanager.yml')).not.toContain('resolve_timeout');
  });

  test.each(rules())('$title: asks the provisioned data source, and shows a panel that is there', (rule) => {
    const refIds = rule.data.map(({ refId }) => refId);
    expect(refIds).toContain(rule.condition);
    expect(new Set(refIds).size).toBe(refIds.length);
    for (const { refId, model, datasourceUid, queryType } of rule.data) {
      expect(model['refId']).toBe(refId);
      expect([source.uid, expressions]).toContain(datasourceUid);
      expect(queryType).toBe(model['queryType']);
    }
    const shown = dashboard('flights.json');
    expect(rule.dashboardUid).toBe(shown.uid);
    expect(shown.panels.map(({ id }) => id)).toContain(rule.panelId);
  });

  test.each(rules())('$title: annotations and expressions name refIds of the rule', ({ annotations, data }) => {
    const refIds = data.map(({ refId }) => refId);
    for (const words of Object.values(annotations)) {
      // Grafana would replace it by an environment variable.
      expect(words).not.toContain('$');
      // A query that failed has no values and no labels: without this the message is the template itself.
      expect(words).toMatch(words.includes('.Values') ? /^\{\{ if not \.Values\.verdict \}\}/ : /\{\{ with \.Labels\./);
      // True for the NaN of "no data".
      expect(words).not.toMatch(/\b(gt|ge|ne)\b/);
      const named = [...words.matchAll(/\.Values\.(\w+)/g)].map(([, name]) => name);
      expect(named.filter((name) => !refIds.includes(name ?? ''))).toEqual([]);
    }
    const asked = data.flatMap(({ model }) => [
      ...(model['type'] === 'math'
        ? [...String(model['expression']).matchAll(/\$(\w+)/g)].map(([, name]) => name)
        : []),
      ...(model['type'] === 'threshold' ? [model['expression']] : []),
    ]);
    expect(asked).not.toEqual([]);
    expect(asked.filter((name) => !refIds.includes(String(name)))).toEqual([]);
  });
});

test('the app brings the dashboard for any dataset, and no second copy of one that is provisioned', () => {
  const { includes } = readJson(join(root, 'src', 'plugin.json')) as {
    includes: Array<{ type: string; path: string }>;
  };
  const bundled = includes.filter(({ type }) => type === 'dashboard').map(({ path }) => path);
  expect(bundled).toEqual(['dashboards/profiles.json']);
  const provisioned = [...mounts(services.grafana).values()].filter((file) => file.endsWith('.json'));
  expect(provisioned).toEqual(['./provisioning/dashboards/flights.json']);
});
