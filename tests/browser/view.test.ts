// The page of `driftglass view` in Chromium. Each test names the one of @grafana/plugin-e2e that does the same against
// a Grafana (tests/e2e).
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readArchive } from '../backend/archive.ts';
import { StoreFolder } from '../backend/store-folder.ts';
import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import { seriousFindings } from './axe.ts';
import { describeInBrowser, pageMs, settled, type Stage, startStage } from './stage.ts';

jest.setTimeout(3 * pageMs);

const everything = join(__dirname, 'everything.json');
/** Few days, so that the panels are drawn soon. */
const march = `from=${Date.UTC(2013, 2, 1)}&to=${Date.UTC(2013, 2, 14)}`;

function panel(page: Page, title: string) {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/** The name of the element with the focus, and whether a line or a shadow tells a person. */
const focused = `(() => {
  const element = document.activeElement;
  const { outlineStyle, boxShadow } = getComputedStyle(element);
  const name = element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent;
  return [name, outlineStyle !== 'none' || boxShadow !== 'none'];
})()`;

describeInBrowser('the page over the flights of 2013', (chromium) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(chromium, unpackFlights(), everything);
  });
  afterAll(() => stage.close());

  // e2e: "the provisioned dashboard opens" (gotoDashboardPage, panel.data, no console error)
  test('draws every kind of panel without a complaint', async () => {
    const { page, complaints } = await stage.open({ search: march });
    await expect(page.title()).resolves.toBe('Driftglass');
    await panel(page, 'Distance of dep_delay').locator('canvas').first().waitFor();
    await panel(page, 'Columns').getByRole('grid').waitFor();
    await panel(page, 'Columns').getByText('carrier', { exact: true }).waitFor();
    expect(await panel(page, 'Words').innerText()).toContain('Column dep_delay');
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await panel(page, 'Nothing to show').innerText()).toContain('No data');
    expect(await panel(page, 'A panel that is not here').innerText()).toContain(
      'The panel "gauge" is not here; Grafana has it.'
    );
    expect(complaints).toEqual([]);
  });

  // e2e: "a query that fails shows its error in its panel" (panel.getErrorIcon)
  test('a query that fails is told in its panel, and nowhere else', async () => {
    const { page, complaints } = await stage.open({ search: march });
    const failed = panel(page, 'A query that fails');
    expect(await failed.innerText()).toContain('the store has no dataset "no such dataset"; it has flights');
    await failed.getByTestId('data-testid Panel status error').waitFor();
    expect(complaints).toEqual([]);
  });

  // e2e: "a click on a point chooses its day" (dashboard variable in the address)
  test('a click on a point of a chart chooses its day', async () => {
    const { page } = await stage.open({ search: march });
    const plot = panel(page, 'Distance of dep_delay').locator('.u-over');
    const box = await plot.boundingBox();
    // 1 to 14 March over the width: the 8th begins at seven thirteenths.
    await plot.click({ position: { x: ((box?.width ?? 0) * 7) / 13 + 3, y: 40 } });
    await page.waitForURL(/var-day=2013-03-08/);
    await expect(page.getByLabel('Day', { exact: true }).inputValue()).resolves.toBe('2013-03-08');
    await panel(page, 'Missing on 2013-03-08').waitFor();
  });

  // e2e: "a variable changes what its panels ask" (dashboardPage variable picker)
  test('a variable is chosen by keyboard and changes titles and queries', async () => {
    const { page } = await stage.open({ search: march });
    await page.getByLabel('Column', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('carr', { delay: 50 });
    await page.keyboard.press('Enter');
    await panel(page, 'Distance of carrier').waitFor();
    await page.waitForURL(/var-column=carrier/);
    await page.goBack();
    await panel(page, 'Distance of dep_delay').waitFor();
  });

  // e2e: none; Grafana has its own range control
  test('the range is chosen by its days, and a range beside all data is that of the data', async () => {
    const { page } = await stage.open();
    await expect(page.getByLabel('From', { exact: true }).inputValue()).resolves.toBe('2013-01-01');
    await page.getByLabel('From', { exact: true }).fill('2013-03-01');
    await page.waitForURL(new RegExp(`from=${Date.UTC(2013, 2, 1)}`));
    await page.getByRole('button', { name: 'All data' }).click();
    await expect(page.getByLabel('To', { exact: true }).inputValue()).resolves.toBe('2013-12-31');
  });

  // e2e: "both themes" (theme of the user's preferences)
  test('the theme is switched in place', async () => {
    const { page, complaints } = await stage.open({ search: march });
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const dark = await background();
    await page.getByRole('button', { name: 'Light theme' }).click();
    await page.getByRole('button', { name: 'Dark theme' }).waitFor();
    await expect(background()).resolves.not.toBe(dark);
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: 'Dark theme' }).waitFor();
    expect(complaints).toEqual([]);
  });

  // e2e: "a narrow window" (viewport of a telephone)
  test('in a narrow window the panels stand one below the other and nothing is cut off', async () => {
    const { page } = await stage.open({ search: march, width: 400 });
    const boxes = await page.locator('section').evaluateAll((sections) =>
      // In the browser, which has another `Element` than this file's types.
      (sections as unknown as { getBoundingClientRect(): { left: number; width: number } }[]).map((section) => {
        const { left, width } = section.getBoundingClientRect();
        return { left, width };
      })
    );
    expect(new Set(boxes.map(({ left }) => left)).size).toBe(1);
    expect(boxes.every(({ width }) => width > 300)).toBe(true);
    await expect(page.evaluate('document.documentElement.scrollWidth')).resolves.toBe(400);
  });

  // e2e: "everything is reached by keyboard"
  test('each control is reached by Tab, with a visible focus', async () => {
    const { page } = await stage.open({ search: march });
    const last = 'What this page cannot do';
    const seen = new Map<string, boolean>();
    const press = async (key: string) => {
      await page.keyboard.press(key);
      const [name, isVisible] = await page.evaluate<[string, boolean]>(focused);
      // Parts of a date field are in its shadow; the field itself tells of the first.
      seen.set(name, isVisible || seen.get(name) === true);
    };
    // The last one from behind: in the table the key goes from cell to cell.
    await press('Shift+Tab');
    for (let step = 0; step < 30; step++) {
      await press('Tab');
    }
    for (const name of [
      'Ask again',
      'Light theme',
      'Column',
      'Day',
      'From',
      'To',
      'All data',
      "Dashboard's range",
      last,
    ]) {
      expect([name, seen.get(name)]).toEqual([name, true]);
    }
    await page.getByText('What this page cannot do').focus();
    await page.keyboard.press('Enter');
    await page.getByText('The closed row "A closed row" is not opened.').waitFor();
    await page.getByText('The annotations "Deployments" are not shown.').waitFor();
    await page.getByText('The variable "filter" is of the kind "adhoc" and has no value.').waitFor();
    await page.getByText('"A panel that is not here" needs the panel "gauge", which is not here.').waitFor();
  });

  // e2e: the same by @axe-core/playwright on the dashboard
  test.each(['dark', 'light'])('axe finds nothing serious, %s', async (theme) => {
    const { page } = await stage.open({ search: `${march}&theme=${theme}` });
    await panel(page, 'Columns').getByRole('grid').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('axe would find something', async () => {
    const { page } = await stage.open({ search: march });
    await page.evaluate("document.querySelector('main').append(document.createElement('button'))");
    expect(await seriousFindings(page)).toEqual([expect.stringMatching(/^button-name /)]);
  });
});

describeInBrowser('the page over a store with broken files', (chromium) => {
  const store = new StoreFolder();
  let stage: Stage;
  beforeAll(async () => {
    for (const [name, bytes] of readArchive('whylabs-oss-invalid')) {
      store.put(`flights/2013-03-08/${name.replaceAll('/', '_')}`, bytes);
    }
    const flights = join(unpackFlights(), 'flights');
    expect(readdirSync(flights)).toContain('2013-03-08');
    for (const [name, bytes] of readArchive('flights-six-days')) {
      if (name.endsWith('.bin')) {
        store.put(`flights/${name}`, bytes);
      }
    }
    stage = await startStage(chromium, store.path, everything);
  });
  afterAll(async () => {
    await stage.close();
    store.dispose();
  });

  // e2e: "Save & test names the files that cannot be read" (configPage.saveAndTest)
  test('names the broken files and shows the rest', async () => {
    const { page, complaints } = await stage.open({ search: march });
    const warning = page.getByRole('alert').filter({ hasText: 'cannot be read' });
    await warning.waitFor();
    expect(await warning.innerText()).toMatch(/2 objects cannot be read/);
    expect(await warning.innerText()).toContain('flights/2013-03-08/');
    await panel(page, 'Distance of dep_delay').locator('canvas').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
