import { defineConfig } from '@playwright/test';
import type { PluginOptions } from '@grafana/plugin-e2e';

// The tests of tests/e2e against a real Grafana: GRAFANA_URL=http://localhost:3000 npm run e2e
export default defineConfig<PluginOptions>({
  testDir: './tests/e2e',
  // Jest's files end in .test.ts.
  testMatch: '**/*.spec.ts',
  outputDir: 'node_modules/.cache/driftglass/e2e',
  // An alert rule needs two evaluations, a minute apart, before it fires.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // Tests share one Grafana and change nothing in it but what is in an address.
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: process.env['GRAFANA_URL'] ?? 'http://localhost:3000',
    viewport: { width: 1280, height: 1200 },
    launchOptions: {
      // Playwright's own browser where none is named.
      ...(process.env['DRIFTGLASS_CHROMIUM'] && { executablePath: process.env['DRIFTGLASS_CHROMIUM'] }),
      args: ['--no-sandbox'],
    },
  },
});
