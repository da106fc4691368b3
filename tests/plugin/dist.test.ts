import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { executableName, isBackEndFile } from '../../scripts/lib/layout.ts';
import { root } from '../../scripts/lib/run.ts';
import { runtimeLibraries } from '../../scripts/lib/runtime-libraries.ts';
import { describeUnless } from './left-out.ts';
import { builtFiles, notLinuxX64, requireDist } from './dist.ts';

// Grafana serves every file of the folder to anyone who asks, so nothing may be there that was not thought of.
const expectedFiles = [
  /^(datasource\/|panel\/)?(module|\d+)\.js(\.map)?$/,
  /^(datasource\/|panel\/)?plugin\.json$/,
  /^(datasource\/|panel\/)?img\/[a-z0-9-]+\.svg$/,
  /^(README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dashboards\/profiles\.json$/,
  /^img\/flights-(dark|light)\.png$/,
];

function isBackEnd(file: string): boolean {
  return file.startsWith('datasource/') && isBackEndFile(file.slice('datasource/'.length));
}

test('dist holds the three plugins and nothing else', () => {
  const others = builtFiles().filter((file) => !isBackEnd(file) && !expectedFiles.some((known) => known.test(file)));
  expect(others).toEqual([]);
  for (const folder of ['', 'datasource/', 'panel/']) {
    expect(builtFiles()).toEqual(expect.arrayContaining([`${folder}plugin.json`, `${folder}module.js`]));
  }
  const documents = ['LICENSE', 'CHANGELOG.md'].filter((file) => existsSync(join(root, file)));
  expect(builtFiles()).toEqual(expect.arrayContaining(['README.md', ...documents]));
});

test('dist holds no signature: a stale one is refused where none is allowed', () => {
  expect(builtFiles().filter((file) => file.endsWith('MANIFEST.txt'))).toEqual([]);
});

test('no file of dist is a link that leads out of it', () => {
  expect(builtFiles().filter((file) => lstatSync(join(requireDist(), file)).isSymbolicLink())).toEqual([]);
});

test.each(builtFiles())('dist/%s tells nothing of the machine that built it', (file) => {
  const content = readFileSync(join(requireDist(), file));
  // A short name such as "main" or "/" would be found in any program.
  const telltales = [root, homedir(), hostname()].filter((text) => text.length > 5 && text !== 'localhost');
  for (const text of [...telltales, 'file:///', '_authToken']) {
    const isAddressOfNode = text === 'file:///' && isBackEnd(file);
    expect({ text, found: !isAddressOfNode && content.includes(text) }).toEqual({ text, found: false });
  }
});

describeUnless(notLinuxX64, 'the back end in dist', () => {
  test('is the executable, its libraries and their licences', () => {
    const files = builtFiles().filter(isBackEnd);
    const names = [executableName('linux', 'x64'), ...runtimeLibraries, 'LICENSES.txt'];
    expect(files).toEqual(names.map((name) => `datasource/${name}`).sort());
  });

  test.each(builtFiles().filter(isBackEnd))('dist/%s has the right mode', (file) => {
    const isExecutable = file.includes('gpx_');
    expect(lstatSync(join(requireDist(), file)).mode & 0o777).toBe(isExecutable ? 0o755 : 0o644);
  });
});
