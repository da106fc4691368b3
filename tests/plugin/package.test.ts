import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { zipFolder } from '../../scripts/lib/archive.ts';
import { executableName, packageFile, productVersion } from '../../scripts/lib/layout.ts';
import { pluginId } from '../../scripts/lib/plugin-json.ts';
import { builtFiles, notLinuxX64, requireDist } from './dist.ts';
import { describeUnless } from './left-out.ts';
import { readDirectory } from './zip-directory.ts';

const app = pluginId('');

test('the archive is named after the app and its version', () => {
  expect(packageFile(app).replaceAll('\\', '/')).toMatch(
    new RegExp(`/dist-package/${app}-${productVersion().replaceAll('.', '\\.')}\\.zip$`)
  );
});

describeUnless(notLinuxX64, 'the archive of dist', () => {
  // Without compression: it is the same list, a minute sooner.
  const bytes = zipFolder(requireDist(), app, '2026-11-22', 0);

  test('has one folder, named after the app, with all that was built and nothing else', () => {
    expect(readDirectory(bytes).map(({ name }) => name)).toEqual(builtFiles().map((file) => `${app}/${file}`));
  });

  test('lets the executable be executed, and nothing else', () => {
    const executable = `${app}/datasource/${executableName('linux', 'x64')}`;
    for (const { name, mode, madeBy } of readDirectory(bytes)) {
      expect([name, mode.toString(8), madeBy]).toEqual([name, name === executable ? '100755' : '100644', 3]);
    }
  });

  test('unpacks to what was built', () => {
    const files = unzipSync(bytes);
    for (const file of builtFiles()) {
      expect([file, files[`${app}/${file}`]?.length]).toEqual([file, lstatSync(join(requireDist(), file)).size]);
    }
  });
});
