import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openView } from '../../pkg/command/index.ts';
import { builtInstallation } from '../../scripts/lib/installation.ts';
import { chromiumPath, launchChromium } from './chromium.ts';

/** A browser and a running `driftglass view`, shared by the tests of a file. */
export interface Stage {
  /** A new page with the dashboard, its panels drawn. */
  open(options?: OpenOptions): Promise<StagePage>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Added to the address, such as `theme=light`. */
  readonly search?: string;
  /** Default 1280. */
  readonly width?: number;
}

/** A page and what it did that it should not have done. */
export interface StagePage {
  readonly page: Page;
  /** Warnings and errors of the console, exceptions, answers of 4xx and 5xx, requests to another origin. */
  readonly complaints: readonly string[];
}

/** Longest wait for a page on a busy machine. */
export const pageMs = 60_000;

/** The browser tests, or one that says why they cannot run here. */
export function describeInBrowser(name: string, tests: (chromium: string) => void): void {
  const chromium = chromiumPath();
  if ('path' in chromium) {
    describe(name, () => tests(chromium.path));
  } else {
    process.stderr.write(`${name}: left out, ${chromium.reason}\n`);
    describe.skip(`${name} (left out: ${chromium.reason})`, () => tests(''));
  }
}

/**
 * Starts the page over a folder of profiles, and Chromium.
 *
 * @param dashboard a file; default the one that the command chooses
 */
export async function startStage(chromium: string, folder: string, dashboard?: string): Promise<Stage> {
  const installation = builtInstallation();
  const needed = [join(installation.pageFolder, 'index.html'), installation.executable];
  for (const file of [...needed, ...installation.pluginFolders.map((plugin) => join(plugin, 'module.js'))]) {
    if (!existsSync(file)) {
      throw new Error(`${file} is not built. Remedy: npm test, or npm run build and npm run view -- DIR`);
    }
  }
  const view = await openView({ folder, port: 0, dashboard, theme: 'dark', open: false }, installation);
  let browser: Browser;
  try {
    browser = await launchChromium(chromium);
  } catch (error) {
    await view.close();
    throw error;
  }
  return {
    async open({ search = '', width = 1280 } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      const origin = new URL(view.url).origin;
      page.on('console', (message) => {
        if (message.type() !== 'log' && message.type() !== 'debug') {
          complaints.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400) {
          complaints.push(`${response.status()}: ${response.url()}`);
        }
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) {
          complaints.push(`foreign request: ${request.url()}`);
        }
      });
      await page.goto(`${view.url}&${search}`);
      await settled(page);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await view.close();
    },
  };
}

/** Waits until the panels are there and none is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('section[data-testid^="data-testid Panel header"]').first().waitFor({ timeout: pageMs });
  await page.getByText('Loading …').last().waitFor({ state: 'detached', timeout: pageMs });
  await page.getByLabel('Panel loading bar').first().waitFor({ state: 'detached', timeout: pageMs });
}
