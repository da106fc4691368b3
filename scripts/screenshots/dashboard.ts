import type { Browser } from 'playwright-core';
import { type Installation, openView } from '../../pkg/command/index.ts';
import { settled } from '../../tests/browser/stage.ts';
import { makeReplayedStore } from '../demo/replay-flights.ts';
import { root } from '../lib/run.ts';
import { keepPicture } from './picture-file.ts';

const widths = { dashboard: 1600, 'dashboard-narrow': 400 } as const;

/** Tables draw what is in the window; after it has grown they need a moment. */
const settleMs = 1500;

/** Where the checkout lies is nobody's business. */
const withoutFolder = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    texts.currentNode.data = texts.currentNode.data.replaceAll(${JSON.stringify(`${root}/`)}, '');
  }
})()`;

/** The dashboard of the replayed flights as `npm run demo` shows it, wide and narrow. @returns the bytes of all files */
export async function keepDashboards(browser: Browser, installation: Installation): Promise<number> {
  const folder = makeReplayedStore();
  const view = await openView({ folder, port: 0, dashboard: undefined, theme: 'dark', open: false }, installation);
  let bytes = 0;
  try {
    for (const theme of ['dark', 'light'] as const) {
      for (const [name, width] of Object.entries(widths)) {
        const page = await browser.newPage({ viewport: { width, height: 1000 } });
        await page.goto(`${view.url}&theme=${theme}`);
        await settled(page);
        await page.setViewportSize({
          width,
          height: await page.evaluate<number>('document.documentElement.scrollHeight'),
        });
        await page.evaluate(withoutFolder);
        await page.waitForTimeout(settleMs);
        bytes += await keepPicture(page, `${name}-${theme}`);
        await page.close();
      }
    }
  } finally {
    await view.close();
  }
  return bytes;
}
