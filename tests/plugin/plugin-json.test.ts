import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type SchemaObject } from 'ajv';
import { distFolder, pluginFolders, productVersion, readJson } from '../../scripts/lib/layout.ts';
import { root } from '../../scripts/lib/run.ts';
import { builtPluginJson } from './dist.ts';

const ajv = new Ajv({
  allErrors: true,
  formats: { uri: /^https:\/\/[^\s]+$/, date: /^\d{4}-\d\d-\d\d$/ },
});
const validate = ajv.compile(readJson(join(root, 'tests', 'plugin', 'plugin-schema.json')) as SchemaObject);

test.each(pluginFolders)('dist/%s/plugin.json fits the schema', (folder) => {
  validate(builtPluginJson(folder));
  expect(validate.errors).toBeNull();
});

describe('the schema refuses', () => {
  test.each([
    ['an app without its nested plugins', '', { includes: undefined }],
    ['an app with a back end', '', { backend: true }],
    ['a placeholder that was not filled', '', { info: { version: '%VERSION%' } }],
    ['a day that was not filled', 'panel', { info: { updated: '%TODAY%' } }],
    ['an id of two parts and the wrong end', 'panel', { id: 'driftglass-profile-app' }],
    ['an id with capitals', 'datasource', { id: 'Driftglass-profiles-datasource' }],
    ['an id of five parts', 'panel', { id: 'a-b-c-d-panel' }],
    ['a data source that panels are not offered', 'datasource', { metrics: false }],
    ['alerting without a back end', 'datasource', { backend: undefined }],
    ['a back end without an executable', 'datasource', { executable: undefined }],
    ['an unknown category', 'datasource', { category: 'ml' }],
    ['a panel with a back end', 'panel', { backend: true }],
    ['a logo that is no SVG', 'panel', { info: { logos: { small: 'img/logo.png', large: 'img/logo.svg' } } }],
    ['a missing author', 'panel', { info: { author: undefined } }],
    ['a Grafana version that shuts newer ones out', '', { dependencies: { grafanaDependency: '~12.3.0' } }],
    ['a key that nobody knows', '', { autoEnable: true }],
  ] as const)('%s', (_, folder, change) => {
    const plugin = builtPluginJson(folder);
    const info = 'info' in change ? { ...plugin.info, ...change.info } : plugin.info;
    // Keys that are undefined vanish, as they do in a file.
    expect(validate(JSON.parse(JSON.stringify({ ...plugin, ...change, info })))).toBe(false);
  });
});

test.each(pluginFolders)('dist/%s carries the version of package.json and its logos', (folder) => {
  const { info } = builtPluginJson(folder);
  expect(info.version).toBe(productVersion());
  for (const logo of [info.logos.small, info.logos.large]) {
    expect(existsSync(join(distFolder, folder, logo))).toBe(true);
  }
});

test('the app names each nested plugin at its place, and one page to begin with', () => {
  const { id, includes = [] } = builtPluginJson('');
  for (const folder of ['datasource', 'panel'] as const) {
    const nested = includes.filter(({ path }) => path === `${folder}/plugin.json`);
    expect(nested.map(({ type }) => type)).toEqual([builtPluginJson(folder).type]);
  }
  const pages = includes.filter(({ type }) => type === 'page');
  expect(pages.filter(({ defaultNav }) => defaultNav === true)).toHaveLength(1);
  for (const { path } of pages) {
    expect(path === `/a/${id}` || path.startsWith(`/a/${id}/`)).toBe(true);
  }
});

test.each(pluginFolders)('the logo of dist/%s has only elements that the publishing check allows', (folder) => {
  const svg = readFileSync(join(distFolder, folder, builtPluginJson(folder).info.logos.large), 'utf8');
  const elements = [...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name);
  const allowed = ['svg', 'defs', 'clipPath', 'linearGradient', 'stop', 'g', 'path', 'circle', 'ellipse', 'rect'];
  expect(elements.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
  expect(svg).not.toMatch(/\son[a-z]+=|href=|style=/);
});
