import type { Browser } from 'playwright-core';
import {
  openPictures,
  type PictureStage,
  type Theme,
  type WantedPicture,
} from '../../tests/browser/panel/picture-stage.ts';
import { bundlePanelPage } from '../lib/panel-page.ts';
import { keepPicture } from './picture-file.ts';

/** Two panels side by side in the layout with a sentence. */
const full = { width: 624, height: 344 };
/** Width of the window for them, with the room around and between. */
const windowWidth = 1332;

const distributions = [
  ...['same', 'shifted', 'widened', 'bimodal', 'tail-grows', 'missing-rises', 'nan-and-infinite', 'all-negative'],
  ...[
    'integers-0-to-9',
    'two-thousand-bins',
    'six-decades',
    'both-tails',
    'unequal-bins',
    'categories',
    'many-categories',
  ],
];
const limits = [
  ...['single-value-0', 'single-value-7', 'single-value-minus-3', 'five-values', 'baseline-missing', 'target-missing'],
  ...['all-missing', 'failed-analysis', 'one-sided-threshold', 'partial-with-notices', 'older-data-source'],
  ...['plain-histogram', 'several-profiles', 'empty'],
];

/** Those that differ most where there is less room. */
const medium = [
  ...['shifted', 'missing-rises', 'nan-and-infinite', 'six-decades', 'two-thousand-bins', 'categories'],
  ...['many-categories', 'five-values', 'baseline-missing', 'all-missing', 'partial-with-notices', 'several-profiles'],
];

function titled(names: readonly string[], size: { readonly width: number; readonly height: number }): WantedPicture[] {
  return names.map((name) => ({ name, title: name, ...size }));
}

/** A reading that was pinned by a click, and one that the keyboard is on. */
async function showReadings(stage: PictureStage, theme: Theme): Promise<void> {
  const { page } = stage;
  await stage.show(theme, ...titled(['shifted', 'categories'], full));
  const plot = (name: string) => page.locator(`[data-picture="${name}"] [role=application]`);
  await plot('shifted').click({ position: { x: 240, y: 20 } });
  await plot('categories').focus();
  await page.keyboard.press('n');
  // Tooltips glide to their places.
  await page.waitForTimeout(400);
}

/**
 * Contact sheets of the panel's states: every one in the full layout and the two smallest, a choice in the medium one, what
 * is read by pointer and keys, and the colours that a system forces.
 *
 * @returns the bytes of all files
 * @throws Error for a state that is on no sheet
 */
export async function keepPanelSheets(browser: Browser): Promise<number> {
  const stage = await openPictures(browser, await bundlePanelPage(), windowWidth);
  const forgotten = stage.names.filter((name) => ![...distributions, ...limits].includes(name));
  if (forgotten.length > 0) {
    throw new Error(`no sheet has ${forgotten.join(', ')}. Remedy: add them in scripts/screenshots/panel-sheets.ts`);
  }
  const all = [...distributions, ...limits];
  const small = all.flatMap((name) => [
    { name, title: name, width: 160, height: 80 },
    { name, title: '\u00a0', width: 100, height: 60 },
  ]);
  let bytes = 0;
  for (const theme of ['dark', 'light'] as const) {
    const keep = async (sheet: string, wanted: readonly WantedPicture[]) => {
      await stage.show(theme, ...wanted);
      bytes += await keepPicture(stage.page, `panel-${sheet}-${theme}`);
    };
    await keep('distributions', titled(distributions, full));
    await keep('limits', titled(limits, full));
    await keep('medium', titled(medium, { width: 400, height: 240 }));
    await keep('small', small);
    await keep(
      'log-scale',
      ['six-decades', 'both-tails'].flatMap((name) => [
        { name, title: `${name}, as it is offered`, ...full },
        { name, title: `${name}, log scale`, ...full, options: { xScale: 'log' } },
      ])
    );
    await showReadings(stage, theme);
    bytes += await keepPicture(stage.page, `panel-reading-${theme}`);
    await stage.page.emulateMedia({ forcedColors: 'active', colorScheme: theme });
    await keep('forced-colors', titled(['shifted', 'nan-and-infinite', 'categories', 'five-values'], full));
    await stage.page.emulateMedia({ forcedColors: null, colorScheme: null });
  }
  const complaints = stage.takeComplaints();
  if (complaints.length > 0) {
    throw new Error(`the browser complains: ${complaints.join('; ')}`);
  }
  return bytes;
}
