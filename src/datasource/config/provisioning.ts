import type { DataSourceSettings } from '@grafana/data';
import type { ProfilesJsonData } from '../model.ts';

const examplePath = '/var/lib/driftglass/profiles';

/** A value that YAML takes as it is: JSON is YAML too. Grafana takes a dollar sign for a variable unless it is double. */
const quoted = (value: unknown): string => JSON.stringify(value).replaceAll('$', '$$$$');

/** The file that makes this data source. Only what this editor sets: no secret, no other plugin's keys. */
export function provisioningText({ name, uid, type, jsonData }: DataSourceSettings<ProfilesJsonData>): string {
  const { store, monitorDocuments = {} } = (jsonData as Partial<ProfilesJsonData> | undefined) ?? {};
  const path = store?.path ?? '';
  const documents = Object.entries(monitorDocuments);
  return [
    'apiVersion: 1',
    'datasources:',
    `  - name: ${quoted(name)}`,
    ...(uid === '' ? [] : [`    uid: ${quoted(uid)}`]),
    `    type: ${type}`,
    '    access: proxy',
    '    jsonData:',
    '      store:',
    '        type: file',
    `        path: ${quoted(path === '' ? examplePath : path)}`,
    ...(documents.length === 0 ? [] : ['      monitorDocuments:']),
    ...documents.map(([dataset, document]) => `        ${quoted(dataset)}: ${quoted(document)}`),
  ].join('\n');
}

/** What allows the folder in Grafana's configuration file. */
export function rootsText(path: string): string {
  return ['[plugin.driftglass-profiles-datasource]', `roots = ${path === '' ? examplePath : path}`].join('\n');
}
