/** Mutates the analyzers and the monitoring engine. Run by `npm run mutation`; results are in docs/mutation.md. */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { projectType: 'custom', configFile: 'tests/mutation/jest.config.mjs', enableFindRelatedTests: true },
  testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  mutate: [
    'pkg/analyzer/**/*.ts',
    'pkg/monitor/**/*.ts',
    '!pkg/**/*.test.ts',
    '!pkg/**/testing/**',
    '!pkg/**/gen/**',
    // A table of texts: what a document's keys are called, not what they do.
    '!pkg/monitor/document/schema/**',
  ],
  // A mutant in what runs once when a file is loaded needs every test again: minutes for a constant.
  ignoreStatic: true,
  // A second run looks only at what changed.
  incremental: true,
  incrementalFile: 'node_modules/.cache/driftglass/mutation/incremental.json',
  concurrency: 2,
  timeoutMS: 10_000,
  // Half an hour of silence would leave nobody the wiser.
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowEmojis: false },
  jsonReporter: { fileName: 'node_modules/.cache/driftglass/mutation/report.json' },
  tempDirName: '.mutation',
  ignorePatterns: ['dist', 'dist-dev', 'dist-view', 'examples', 'bench', 'docs', 'src'],
  allowEmpty: false,
};
