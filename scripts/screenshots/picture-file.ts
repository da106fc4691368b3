import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../lib/run.ts';

/** Where the pictures of the documentation are. */
export const imagesFolder = join(root, 'docs', 'images');

/** Keeps the main part of a page as a PNG, from top to bottom. @returns its size in bytes */
export async function keepPicture(page: Page, name: string): Promise<number> {
  mkdirSync(imagesFolder, { recursive: true });
  const path = join(imagesFolder, `${name}.png`);
  // A part of the page, not the element alone: tooltips are beside it.
  const clip = await page.locator('main').boundingBox();
  await page.screenshot({ path, fullPage: true, animations: 'disabled', ...(clip !== null && { clip }) });
  const { size } = statSync(path);
  console.log(`${relative(root, path)}  ${Math.round(size / 1024)} KB`);
  return size;
}
