// The back end in front of a Go host that starts it as Grafana does: `npm run conformance -- [--host DIR] [HOST FLAGS]`.
// Runs it once with the production executable and once with the launcher. Ends with the totals of both.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { unpackFlights } from '../demo/unpack-flights.ts';
import { buildBackEnd } from '../lib/back-end.ts';
import { makeLauncher } from '../lib/launcher.ts';
import { cacheFolder, distFolder, executableName } from '../lib/layout.ts';
import { root } from '../lib/run.ts';

const corpus = join(root, 'tests', 'conformance', 'corpus.json');
const args = process.argv.slice(2);
const flag = args.indexOf('--host');
const source = resolve(flag === -1 ? join(root, '..', 'shared', 'conformance') : (args.splice(flag, 2)[1] ?? ''));
if (!existsSync(join(source, 'go.mod'))) {
  console.error(`No conformance host in ${source}. Remedy: name its folder with --host DIR.`);
  process.exit(2);
}

/** Built once for each run of this task; Go's own cache makes that cheap. */
function buildHost(): string {
  mkdirSync(cacheFolder, { recursive: true });
  const host = join(cacheFolder, 'conformance-host');
  const built = spawnSync('go', ['build', '-o', host, '.'], { cwd: source, stdio: ['ignore', 'inherit', 'inherit'] });
  if (built.status !== 0) {
    console.error('The conformance host cannot be built. Remedy: install Go 1.25.6 or newer.');
    process.exit(2);
  }
  return host;
}

/**
 * A plugin folder whose executable sets what the operator's ini would (the host's environment is Grafana's default,
 * which allows no folder) and becomes the real one.
 */
function withRoots(executable: string, folder: string): string {
  const plugin = join(folder, basename(executable));
  writeFileSync(plugin, `#!/bin/sh\nGF_PLUGIN_ROOTS='${root}'\nexport GF_PLUGIN_ROOTS\nexec '${executable}'\n`);
  chmodSync(plugin, 0o755);
  copyFileSync(join(dirname(executable), 'plugin.json'), join(folder, 'plugin.json'));
  return plugin;
}

unpackFlights();
await buildBackEnd();
const launcher = await makeLauncher();
const host = buildHost();
const totals = { passed: 0, failed: 0, skipped: 0 };
for (const executable of [join(distFolder, 'datasource', executableName()), launcher]) {
  const folder = mkdtempSync(join(tmpdir(), 'driftglass-conformance-'));
  console.log(`\n== ${executable.slice(root.length + 1)}`);
  const plugin = withRoots(executable, folder);
  const run = spawnSync(host, ['-plugin', plugin, '-corpus', corpus, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  rmSync(folder, { recursive: true });
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  const [, passed = '0', failed = '0', skipped = '0'] =
    /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(run.stdout) ?? [];
  totals.passed += Number(passed);
  totals.failed += Number(failed);
  totals.skipped += Number(skipped);
  if (run.status !== 0) {
    process.exitCode = 1;
  }
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
