import { executableName, productVersion } from './layout.ts';
import { buildDay, fillPlaceholders } from './plugin-json.ts';

test.each([
  ['0', '1970-01-01'],
  ['1362700799', '2013-03-07'],
  ['1362700800', '2013-03-08'],
])('buildDay of SOURCE_DATE_EPOCH=%s', (epoch, day) => {
  expect(buildDay(epoch)).toBe(day);
});

test.each([undefined, ''])('buildDay is today without SOURCE_DATE_EPOCH (%p)', (epoch) => {
  const before = new Date().toISOString().slice(0, 10);
  const day = buildDay(epoch);
  expect([before, new Date().toISOString().slice(0, 10)]).toContain(day);
});

test('fillPlaceholders replaces every occurrence and nothing else', () => {
  const filled = fillPlaceholders('%VERSION% %TODAY% %VERSION% 100% %PLUGIN_ID%');
  expect(filled).toMatch(/^(\S+) \d{4}-\d\d-\d\d \1 100% %PLUGIN_ID%$/);
  expect(filled.startsWith(productVersion())).toBe(true);
});

test.each([
  ['linux', 'x64', 'gpx_driftglass_linux_amd64'],
  ['linux', 'arm64', 'gpx_driftglass_linux_arm64'],
  ['darwin', 'arm64', 'gpx_driftglass_darwin_arm64'],
  ['win32', 'x64', 'gpx_driftglass_windows_amd64.exe'],
] as const)("executableName(%s, %s) is Go's", (platform, arch, name) => {
  expect(executableName(platform, arch)).toBe(name);
});
