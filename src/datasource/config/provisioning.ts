import type { DataSourceSettings } from '@grafana/data';
import type { ProfilesJsonData } from '../model.ts';

const examplePath = '/var/lib/driftglass/profiles';

/** A text that YAML takes as it is: JSON's quotes are YAML's too. */
const quoted = (text: string): string => JSON.stringify(text);

/** The file that makes this data source. Only what this editor sets: no secret, no other plugin's keys. */
export function provisioningText({ name, uid, type, jsonData }: DataSourceSettings<ProfilesJsonData>): string {
  const path = (jsonData as Partial<ProfilesJsonData> | undefined)?.store?.path ?? '';
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
  ].join('\n');
}

/** What allows the folder in Grafana's configuration file. */
export function rootsText(path: string): string {
  return ['[plugin.driftglass-profiles-datasource]', `roots = ${path === '' ? examplePath : path}`].join('\n');
}
