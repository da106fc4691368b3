import type { Browser, Page } from 'playwright-core';
import { pageFile, type PageFiles } from '../../../scripts/lib/panel-page.ts';

/** A picture of the panel, by its name in src/panel/testing/pictures.ts. */
export interface WantedPicture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly title?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Grafana's state of the query; default `Done`. */
  readonly state?: string;
}

export type Theme = 'dark' | 'light';

/** The page with the pictures in a browser. */
export interface PictureStage {
  readonly page: Page;
  /** Names of all pictures. */
  readonly names: readonly string[];
  /** Shows pictures in place of those before. */
  show(theme: Theme, ...wanted: readonly WantedPicture[]): Promise<void>;
  /** Warnings and errors of the console, exceptions and missing files since the last call. */
  takeComplaints(): readonly string[];
}

/** Nothing answers there: the files are given to the browser as it asks for them. */
const origin = 'http://panel.invalid';

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

/** Opens the page with the pictures. */
export async function openPictures(browser: Browser, files: PageFiles, width = 1000): Promise<PictureStage> {
  const page = await browser.newPage({ viewport: { width, height: 700 } });
  let complaints: string[] = [];
  page.on('console', (message) => {
    // The tests themselves read pixels back.
    const isOurs = message.text().startsWith('Canvas2D: Multiple readback');
    if (['warning', 'error', 'assert'].includes(message.type()) && !isOurs) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  await page.route('**/*', async (route) => {
    const { pathname, origin: asked } = new URL(route.request().url());
    const body = asked === origin ? pageFile(files, pathname) : null;
    if (body === null) {
      complaints.push(`not there: ${route.request().url()}`);
      await route.fulfill({ status: 404 });
    } else {
      const contentType = types[pathname.split('.')[1] ?? 'html'] ?? 'application/octet-stream';
      await route.fulfill({ body: Buffer.from(body), contentType });
    }
  });
  await page.goto(`${origin}/`);
  const names = await page.evaluate<string[]>('pictureNames');
  return {
    page,
    names,
    show: async (theme, ...wanted) => {
      await page.evaluate(`showPictures(${JSON.stringify({ theme, wanted })})`);
    },
    takeComplaints: () => {
      const taken = complaints;
      complaints = [];
      return taken;
    },
  };
}
