// The plugin in a real Grafana that runs already: GRAFANA_URL=http://localhost:3000 npm run e2e
import { chromiumPath } from '../../tests/browser/chromium.ts';
import { packageProgram, runNode } from '../lib/run.ts';
import { runTask } from '../lib/task.ts';

/** Longest wait for a Grafana that has just been started, in ms: plugins, migrations and the first listing. */
const startMs = 60_000;

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(new URL('api/health', url.endsWith('/') ? url : `${url}/`))).ok;
  } catch {
    return false;
  }
}

await runTask(async () => {
  const url = process.env['GRAFANA_URL'];
  if (url === undefined || url === '') {
    console.log(
      'left out: these tests need a running Grafana with the flights (docker compose up). Remedy: GRAFANA_URL=http://localhost:3000 npm run e2e'
    );
    return;
  }
  const end = Date.now() + startMs;
  while (!(await isHealthy(url))) {
    if (Date.now() > end) {
      throw new Error(`no Grafana answers at ${url}. Remedy: docker compose up`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  const chromium = chromiumPath();
  if ('reason' in chromium) {
    throw new Error(chromium.reason);
  }
  process.exitCode = runNode([packageProgram('@playwright/test/cli.js'), 'test', ...process.argv.slice(2)], {
    DRIFTGLASS_CHROMIUM: chromium.path,
  });
});
