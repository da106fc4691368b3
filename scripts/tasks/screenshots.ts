// The pictures of the documentation: docs/images, told of in docs/screenshots.md. Builds first what is missing or stale.
import { chromiumPath, launchChromium } from '../../tests/browser/chromium.ts';
import { upToDateInstallation } from '../lib/built-installation.ts';
import { runTask } from '../lib/task.ts';
import { keepDashboards } from '../screenshots/dashboard.ts';
import { keepPanelSheets } from '../screenshots/panel-sheets.ts';

/** All pictures together. A checkout is downloaded with every version of them. */
const mostBytes = 4 * 1024 ** 2;

await runTask(async () => {
  const chromium = chromiumPath();
  if (!('path' in chromium)) {
    throw new Error(chromium.reason);
  }
  const installation = await upToDateInstallation();
  const browser = await launchChromium(chromium.path);
  try {
    const bytes = (await keepPanelSheets(browser)) + (await keepDashboards(browser, installation));
    console.log(`${(bytes / 1024 ** 2).toFixed(1)} MB in all`);
    if (bytes > mostBytes) {
      throw new Error(`that is more than ${mostBytes / 1024 ** 2} MB. Remedy: fewer or smaller pictures`);
    }
  } finally {
    await browser.close();
  }
});
