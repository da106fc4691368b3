// What Grafana's plugin validator asks of documents and sources, as far as it needs neither Go nor a network
// (docs/validator.md). The archive is package.test.ts, plugin.json plugin-json.test.ts, source maps module.test.ts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pluginFolders, productVersion, readJson } from '../../scripts/lib/layout.ts';
import { root } from '../../scripts/lib/run.ts';
import { builtPluginJson, requireDist } from './dist.ts';

function built(file: string): string {
  return readFileSync(join(requireDist(), file), 'utf8');
}

test('LICENSE is the Apache licence, filled in', () => {
  const licence = built('LICENSE');
  for (const part of ['Apache License', 'Version 2.0, January 2004', 'END OF TERMS AND CONDITIONS']) {
    expect(licence).toContain(part);
  }
  expect(licence).not.toMatch(/\{(yyyy|name of copyright owner)\}/);
});

test('CHANGELOG.md begins with this version', () => {
  const [first] = [...built('CHANGELOG.md').matchAll(/^## (\S+)/gm)].map(([, version]) => version);
  expect(first).toBe(productVersion());
});

describe('README.md, the page in the catalogue,', () => {
  const page = built('README.md');

  test('is no template', () => {
    expect(page.length).toBeGreaterThan(1000);
    expect(page).not.toMatch(/this is a template|<!--|create-plugin|lorem ipsum/i);
    for (const word of ['Requirements', 'Install', 'Limits', 'Privacy']) {
      expect(page).toContain(`## ${word}`);
    }
  });

  test('has none of the words that it calls jargon of developers', () => {
    expect(page).not.toMatch(/\b(yarn|nodejs|npm)\b/i);
  });

  test('links to absolute addresses over https only, so that it can be read anywhere', () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, url]) => url ?? '');
    expect(links).not.toHaveLength(0);
    expect(links.filter((url) => !url.startsWith('https://'))).toEqual([]);
  });
});

/** The first bytes of each kind of picture. */
const signatures: Readonly<Record<string, string>> = { png: '89504e470d0a1a0a', jpeg: 'ffd8ff', gif: '474946383' };

test('screenshots are pictures of the kind that their names say', () => {
  const { screenshots } = builtPluginJson('').info;
  expect(screenshots).not.toHaveLength(0);
  for (const { name, path } of screenshots ?? []) {
    const kind = /\.(\w+)$/.exec(path)?.[1] ?? '';
    expect(name).not.toBe('');
    expect(signatures[kind]).toBeDefined();
    expect(
      readFileSync(join(requireDist(), path))
        .toString('hex')
        .startsWith(signatures[kind] ?? '?')
    ).toBe(true);
  }
});

test('each file that plugin.json names is there', () => {
  for (const folder of pluginFolders) {
    const { includes = [], info } = builtPluginJson(folder);
    const named = includes.filter(({ type }) => type !== 'page').map(({ path }) => path);
    const files = [...named, info.logos.small, info.logos.large];
    expect(files.filter((file) => !existsSync(join(requireDist(), folder, file)))).toEqual([]);
  }
});

test('names of plugins are for people and not their ids', () => {
  for (const folder of pluginFolders) {
    const { id, name } = readJson(join(requireDist(), folder, 'plugin.json')) as { id: string; name: string };
    expect(name).not.toBe(id);
    expect(name).toMatch(/^[A-Z][\w ]+$/);
  }
});

describe('the sources of the front ends', () => {
  const folders = ['.', 'datasource', 'panel', 'pages'].map((folder) => join(root, 'src', folder));
  const files = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: !folder.endsWith('src'), withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
    )
    .filter((file) => !/\.test\.tsx?$|[\\/]testing[\\/]|jest-/.test(file))
    .map((file) => relative(root, file));

  /** Each with a text that it must find, so that it can fail. */
  const rules: ReadonlyArray<readonly [string, RegExp, string]> = [
    ['logging to the console', /\bconsole\.\w+/, 'console.log(1)'],
    ['an import of a style sheet', /import .*\.(s?css|less)['"]/, "import './x.css'"],
    ['classes of old forms', /gf-form/, 'className="gf-form"'],
    ['a suppressed type error', /@ts-(ignore|expect-error|nocheck)/, '// @ts-ignore'],
    [
      "the page's private values",
      /window\s*(\.|\[['"])(grafanaBootData|grafanaRuntime|__grafanaSceneContext)/,
      'window.grafanaBootData',
    ],
    ['a dialog of the browser', /\bwindow\.(alert|confirm|prompt)\(|(^|[^.\w])(alert|confirm|prompt)\(/, 'alert(1)'],
    ['a new window or another place', /\bwindow\.(open|location)\b/, 'window.location.href'],
    ['the old top navigation', /featureToggles\.topnav/, 'featureToggles.topnav'],
    ['a query by hand', /\/api\/ds\/query/, "'/api/ds/query'"],
    ['old calls of React', /\bReactDOM\.render\(|findDOMNode|\.propTypes\b|\.defaultProps\b/, 'X.defaultProps'],
    ['a test of the data source in the browser', /\btestDatasource\b/, 'testDatasource()'],
  ];

  test.each(rules)('hold no %s', (_, pattern, example) => {
    expect(example).toMatch(pattern);
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
