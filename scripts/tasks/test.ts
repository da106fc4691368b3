// The README's test command: style and doors, types, builds, all tests; ends with the totals in one line.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLauncher } from '../lib/launcher.ts';
import { buildBackEnd } from '../lib/back-end.ts';
import { buildFrontEnd } from '../lib/front-end.ts';
import { mustRunNode, packageProgram, root, runNode } from '../lib/run.ts';
import { buildViewPage } from '../lib/view-page.ts';

/** The part of jest's JSON report that is read here. */
interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
}

function step(title: string): void {
  console.log(`\n== ${title}`);
}

step('lint: style, promises and casts, one-way rooms');
mustRunNode([join(root, 'scripts', 'tasks', 'lint.ts')]);
step('types: front end, back end');
mustRunNode([join(root, 'scripts', 'tasks', 'typecheck.ts')]);
step('build: dist/ (the plugin), dist-dev/ (the launcher) and dist-view/ (the page)');
await buildFrontEnd();
await buildBackEnd();
await makeLauncher();
await buildViewPage();
step('tests');
const folder = mkdtempSync(join(tmpdir(), 'driftglass-test-'));
const report = join(folder, 'jest.json');
const code = runNode([
  packageProgram('jest/bin/jest.js'),
  '--ci',
  '--json',
  `--outputFile=${report}`,
  ...process.argv.slice(2),
]);
// Written by the jest that this repository pins.
const totals = JSON.parse(readFileSync(report, 'utf8')) as Totals;
rmSync(folder, { recursive: true });
// A file that could not even be loaded has no tests to count; it counts as one.
const failed = Math.max(totals.numFailedTests, totals.numFailedTestSuites);
console.log(`\n${totals.numPassedTests} passed, ${failed} failed, ${totals.numPendingTests} skipped`);
process.exitCode = code;
