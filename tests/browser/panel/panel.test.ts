// The profile panel in Chromium, with @grafana/ui's own themes and styles: what jsdom, which neither paints nor lays out,
// cannot tell. Each state is a picture of src/panel/testing/pictures.ts.
import type { Browser } from 'playwright-core';
import { bundlePanelPage } from '../../../scripts/lib/panel-page.ts';
import { seriousFindings } from '../axe.ts';
import { launchChromium } from '../chromium.ts';
import { describeInBrowser, pageMs } from '../stage.ts';
import { openPictures, type PictureStage, type Theme } from './picture-stage.ts';

jest.setTimeout(3 * pageMs);

const themes: readonly Theme[] = ['dark', 'light'];
const sizes = [
  [900, 500],
  [400, 240],
  [160, 80],
  [100, 60],
] as const;

/** What is painted in each picture: how many colours, and whether the verdict's first words are all there. */
interface Painted {
  readonly name: string;
  readonly colors: number;
  readonly isCut: boolean;
}

const painted = `[...document.querySelectorAll('[data-picture]')].map((section) => {
  const canvas = section.querySelector('canvas');
  const pixels = canvas?.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer;
  const box = section.lastElementChild.getBoundingClientRect();
  const words = section.querySelector('strong')?.getBoundingClientRect();
  return {
    name: section.dataset.picture,
    colors: new Set(pixels ? new Uint32Array(pixels) : []).size,
    isCut: words !== undefined && (words.right > box.right || words.bottom > box.bottom),
  };
})`;

/** What a listener hears and what a watcher sees of the active bar. */
interface Reading {
  readonly spoken: string;
  readonly tooltip: string;
  /** Pixels of the layer above the bars that are not transparent. */
  readonly marked: number;
}

const reading = `(() => {
  const overlay = document.querySelectorAll('canvas')[1];
  const { data } = overlay.getContext('2d').getImageData(0, 0, overlay.width, overlay.height);
  return {
    spoken: document.querySelector('[aria-live=polite]').textContent,
    tooltip: document.querySelector('#grafana-portal-container')?.textContent ?? '',
    marked: data.filter((value, i) => i % 4 === 3 && value > 0).length,
  };
})()`;

const outline = 'getComputedStyle(document.activeElement).outlineStyle';

describeInBrowser('the profile panel', (chromium) => {
  let browser: Browser;
  let stage: PictureStage;

  beforeAll(async () => {
    browser = await launchChromium(chromium);
    stage = await openPictures(browser, await bundlePanelPage());
  });
  afterAll(() => browser.close());
  beforeEach(() => stage.takeComplaints());

  const read = () => stage.page.evaluate<Reading>(reading);
  /** Goes on by Tab until the bars have the focus; the verdict and its badges come before. */
  async function enter(): Promise<void> {
    const isThere = 'document.activeElement.getAttribute("aria-roledescription") === "distribution"';
    for (let stop = 0; stop < 8 && !(await stage.page.evaluate<boolean>(isThere)); stop++) {
      await stage.page.keyboard.press('Tab');
    }
    await expect(stage.page.evaluate(isThere)).resolves.toBe(true);
  }
  /** Presses keys and waits for the spoken reading, which changes twice in a second at most. */
  async function press(...keys: readonly string[]): Promise<Reading> {
    const before = (await read()).spoken;
    for (const key of keys) {
      await stage.page.keyboard.press(key);
    }
    await stage.page.waitForFunction(
      `document.querySelector('[aria-live=polite]').textContent !== ${JSON.stringify(before)}`
    );
    return read();
  }

  describe.each(themes)('in the %s theme', (theme) => {
    // e2e: none; the dashboard of the flights shows the states that its data have
    test.each(sizes)('shows every state at %i x %i without a complaint', async (width, height) => {
      await stage.show(theme, ...stage.names.map((name) => ({ name, width, height })));
      const shown = await stage.page.evaluate<Painted[]>(painted);
      expect(shown.map(({ name }) => name)).toEqual(stage.names);
      expect(shown.filter(({ isCut }) => isCut)).toEqual([]);
      // Without values to draw, and without room for the missing ones, words alone remain.
      const wordsAlone = new Set(['empty', ...(width < 320 ? ['all-missing'] : [])]);
      const blank = shown.filter(({ name, colors }) => colors < 2 && !wordsAlone.has(name));
      expect(blank).toEqual([]);
      expect(stage.takeComplaints()).toEqual([]);
    });

    // e2e: "axe finds nothing in the panel"
    test.each([sizes[0], sizes[1], sizes[3]])('at %i x %i axe finds nothing serious', async (width, height) => {
      const names = ['shifted', 'categories', 'partial-with-notices', 'several-profiles', 'all-missing', 'five-values'];
      await stage.show(theme, ...names.map((name) => ({ name, width, height })));
      await expect(seriousFindings(stage.page)).resolves.toEqual([]);
    });
  });

  describe('by keyboard', () => {
    // e2e: "everything is reached by keyboard"
    test('every bar is reached, spoken, shown and ringed', async () => {
      await stage.show('dark', { name: 'integers-0-to-9', width: 640, height: 360 });
      await enter();
      await expect(stage.page.evaluate(outline)).resolves.toBe('solid');
      expect((await read()).marked).toBe(0);

      const first = await press('ArrowRight');
      expect(first.spoken).toMatch(/^0\. Count: target 120 and baseline 900\. Share: target 10\.9%/);
      expect(first.tooltip).toContain('120900');
      expect(first.marked).toBeGreaterThan(0);
      expect((await press('ArrowRight', 'ArrowRight')).spoken).toMatch(/^2\. Count: target 280/);
      expect((await press('ArrowLeft')).spoken).toMatch(/^1\. /);
      expect((await press('End')).spoken).toMatch(/^9\. Count: target 3 /);
      expect((await press('Shift+ArrowLeft')).spoken).toMatch(/^4\. /);
      expect((await press('Home')).spoken).toMatch(/^0\. /);

      const left = await press('Escape');
      expect(left).toEqual({ spoken: '', tooltip: '', marked: 0 });
      expect(stage.takeComplaints()).toEqual([]);
    });

    test('n and p go along the contributions to the distance', async () => {
      await stage.show('light', { name: 'categories', width: 640, height: 360 });
      await enter();
      const share = ({ spoken }: Reading) => Number(/([\d.]+)% of the distance/.exec(spoken)?.[1]);
      const largest = share(await press('n'));
      const second = share(await press('n'));
      const third = share(await press('n'));
      expect([largest, second, third]).toEqual([largest, second, third].sort((a, b) => b - a));
      expect(third).toBeGreaterThan(0);
      expect(share(await press('p'))).toBe(second);
    });

    test('the reading that was pinned remains when the focus leaves, until Escape', async () => {
      await stage.show('dark', { name: 'shifted', width: 640, height: 360 });
      await enter();
      await press('n', 'Enter');
      await stage.page.keyboard.press('Shift+Tab');
      expect((await read()).tooltip).toContain('Pinned; Esc releases');
      await enter();
      expect((await press('Escape')).tooltip).toBe('');
    });
  });

  // e2e: "pointing at a bar reads it"
  test('the pointer reads the bar below it, inside the window', async () => {
    await stage.show('dark', { name: 'shifted', width: 900, height: 500 });
    const box = await stage.page.locator('canvas').first().boundingBox();
    // Nearly at the right edge: there the tooltip has to stand on the other side.
    await stage.page.mouse.move((box?.x ?? 0) + 872, (box?.y ?? 0) + 200);
    await stage.page.waitForFunction(
      'document.querySelector("#grafana-portal-container").textContent.includes("target")'
    );
    const { tooltip, marked } = await read();
    expect(tooltip).toMatch(/^\[97, 100\]targetbaselineCount/);
    expect(marked).toBeGreaterThan(0);
    await stage.page.waitForFunction(
      'document.querySelector("#grafana-portal-container table").getBoundingClientRect().right < 1000'
    );
    await stage.page.mouse.move(0, 0);
    await stage.page.waitForFunction('document.querySelector("#grafana-portal-container").textContent === ""');
    expect(stage.takeComplaints()).toEqual([]);
  });

  describe('where the system forces its colours', () => {
    afterEach(() => stage.page.emulateMedia({ forcedColors: null, colorScheme: null }));

    // The bars' colour, the outline's and the background's, as the system has them, and how often they are painted.
    const systemColors = `(() => {
      const canvas = document.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const probe = document.createElement('canvas').getContext('2d');
      return ['Highlight', 'CanvasText', 'Canvas'].map((name) => {
        probe.clearRect(0, 0, 1, 1);
        probe.fillStyle = name;
        probe.fillRect(0, 0, 1, 1);
        const color = probe.getImageData(0, 0, 1, 1).data;
        let count = 0;
        for (let i = 0; i < data.length; i += 4) {
          const isColor = [0, 1, 2].every((k) => Math.abs(data[i + k] - color[k]) < 12);
          count += isColor && data[i + 3] > 150 ? 1 : 0;
        }
        return { name, rgb: color.join(), count };
      });
    })()`;

    // e2e: none; Grafana's own pages do not paint on a canvas what cannot be told without colour
    test.each([
      ['dark', 'light'],
      ['light', 'dark'],
    ] as const)('target and baseline are told apart: %s theme, %s system', async (theme, colorScheme) => {
      await stage.page.emulateMedia({ forcedColors: 'active', colorScheme });
      await stage.show(theme, { name: 'shifted', width: 640, height: 360 });
      const colors = await stage.page.evaluate<{ name: string; rgb: string; count: number }[]>(systemColors);
      expect(new Set(colors.map(({ rgb }) => rgb)).size).toBe(3);
      expect(colors.filter(({ count }) => count < 300)).toEqual([]);
      // The legend's filled square keeps its colour too.
      await expect(
        stage.page.evaluate(`getComputedStyle(document.querySelector('[style*=highlight i]')).forcedColorAdjust`)
      ).resolves.toBe('none');
      // The symbol of the verdict is in the text's colour.
      await expect(
        stage.page.evaluate(
          `getComputedStyle(document.querySelector('svg[data-state]')).color === getComputedStyle(document.querySelector('strong')).color`
        )
      ).resolves.toBe(true);
    });

    test('the focus is visible', async () => {
      await stage.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await stage.show('dark', { name: 'shifted', width: 640, height: 360 });
      await enter();
      await expect(stage.page.evaluate(outline)).resolves.toBe('solid');
    });
  });

  // e2e: "a long tail is offered a log scale"
  test('by keyboard a long tail is drawn on a log scale and back', async () => {
    await stage.show('dark', { name: 'six-decades', width: 640, height: 360 });
    const picture = () => stage.page.evaluate('document.querySelector("canvas").toDataURL()');
    const linear = await picture();
    await stage.page.getByRole('button', { name: 'Long tail: use log scale' }).focus();
    await stage.page.keyboard.press('Enter');
    await stage.page.getByRole('button', { name: 'Use linear scale' }).waitFor();
    await expect(picture()).resolves.not.toBe(linear);
    await stage.page.keyboard.press('Enter');
    await stage.page.getByRole('button', { name: 'Long tail: use log scale' }).waitFor();
    await expect(picture()).resolves.toBe(linear);
  });

  test('texts on the canvas are drawn again when their font arrives', async () => {
    // The page brings its fonts anew with each show; they arrive after the first drawing.
    await stage.show('dark', { name: 'categories', width: 640, height: 360 });
    const picture = 'document.querySelector("canvas").toDataURL()';
    const shown = await stage.page.evaluate(picture);
    await stage.page.emulateMedia({ forcedColors: 'active' });
    await stage.page.waitForFunction(`${picture} !== ${JSON.stringify(shown)}`);
    await stage.page.emulateMedia({ forcedColors: null });
    await stage.page.waitForFunction(`${picture} === ${JSON.stringify(shown)}`, undefined, { timeout: 5000 });
  });

  test('with reduced motion nothing moves', async () => {
    await stage.page.emulateMedia({ reducedMotion: 'reduce' });
    await stage.show('dark', { name: 'shifted', width: 640, height: 360 });
    await enter();
    await press('n');
    await stage.page.mouse.move(300, 200);
    await expect(stage.page.evaluate('document.getAnimations().length')).resolves.toBe(0);
    await stage.page.emulateMedia({ reducedMotion: null });
  });

  // e2e: "a panel keeps its picture while it is asked again"
  test('while newer data are on their way the old ones are dimmed, after a moment', async () => {
    await stage.show('dark', { name: 'shifted', width: 640, height: 360, state: 'Loading' });
    const opacity = 'getComputedStyle(document.querySelector("[aria-busy=true]")).opacity';
    await stage.page.waitForFunction(`${opacity} === '0.5'`);
    await stage.show('dark', { name: 'shifted', width: 640, height: 360 });
    await expect(stage.page.evaluate('document.querySelector("[aria-busy=true]")')).resolves.toBeNull();
  });
});
