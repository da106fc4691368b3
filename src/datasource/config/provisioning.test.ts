import { parse } from 'yaml';
import type { DataSourceSettings } from '@grafana/data';
import { parseSettings } from '../../../pkg/contract/index.ts';
import type { ProfilesJsonData } from '../model.ts';
import { provisioningText, rootsText } from './provisioning.ts';

const settings = {
  name: 'Profiles: "new" # 1',
  uid: 'driftglass',
  type: 'driftglass-profiles-datasource',
  jsonData: { store: { type: 'file', path: '/srv/pro: files' } },
  secureJsonData: { token: 'hidden' },
} as unknown as DataSourceSettings<ProfilesJsonData>;

test('the provisioning is YAML that makes the same data source', () => {
  const { apiVersion, datasources } = parse(provisioningText(settings)) as {
    apiVersion: number;
    datasources: Array<{ jsonData: unknown }>;
  };
  expect(apiVersion).toBe(1);
  expect(datasources).toEqual([
    {
      name: 'Profiles: "new" # 1',
      uid: 'driftglass',
      type: 'driftglass-profiles-datasource',
      access: 'proxy',
      jsonData: { store: { type: 'file', path: '/srv/pro: files' } },
    },
  ]);
  expect(parseSettings(datasources[0]?.jsonData)).toEqual(settings.jsonData);
});

test('it holds no secret', () => {
  expect(provisioningText(settings)).not.toContain('hidden');
});

test('before anything was entered both blocks show an example', () => {
  const fresh = { ...settings, uid: '', jsonData: {} };
  expect(provisioningText(fresh)).not.toContain('uid');
  expect(provisioningText(fresh)).toContain('path: "/var/lib/driftglass/profiles"');
  expect(rootsText('')).toBe('[plugin.driftglass-profiles-datasource]\nroots = /var/lib/driftglass/profiles');
});

test('monitor documents are in it, as text or object, with the dollar signs that Grafana reads as variables doubled', () => {
  const jsonData = {
    store: { type: 'file', path: '/p' },
    monitorDocuments: { 'flights: all': 'orgId: "$o"\nanalyzers: []\n', taxis: { orgId: 'o', analyzers: [] } },
  };
  const { datasources } = parse(
    // What Grafana makes of a file before it is read as YAML.
    provisioningText({ ...settings, jsonData } as unknown as typeof settings).replaceAll('$$', '$')
  ) as { datasources: Array<{ jsonData: unknown }> };
  expect(datasources[0]?.jsonData).toEqual(jsonData);
  expect(provisioningText({ ...settings, jsonData } as unknown as typeof settings)).toContain('$$o');
});
