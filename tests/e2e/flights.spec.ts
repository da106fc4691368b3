// The provisioned Grafana of docker-compose.yml, which needs no login. tests/browser does the same on the page of
// `driftglass view`; the names of the tests are those that are told there.
import { expect, test } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';

const flights = 'driftglass-flights';
const day = 86_400_000;
const yesterday = new Date(Math.floor(Date.now() / day) * day - day).toISOString().slice(0, 10);
/** 1 March 2013, a quiet day, as the replay shows it: a week before the snow of 8 March, which is yesterday. */
const quiet = new Date(Date.parse(yesterday) - 7 * day).toISOString().slice(0, 10);

const shape = (page: Page) => page.getByRole('application', { name: /^Bars of the distribution/ });

function chosen(values: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams(Object.fromEntries(Object.entries(values).map(([name, value]) => [`var-${name}`, value])));
}

test('the provisioned dashboard opens', async ({ gotoDashboardPage, page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const dashboard = await gotoDashboardPage({ uid: flights });
  for (const title of ['Newest day: departure delay', 'Drift of departure delay', 'Cancelled flights']) {
    await expect(dashboard.getPanelByTitle(title).locator).toBeVisible();
    await expect(dashboard.getPanelByTitle(title).getErrorIcon()).toBeHidden();
  }
  await expect(page.getByText('anomaly', { exact: true }).first()).toBeVisible();
  expect(complaints.filter((text) => /driftglass|t\(\) was called/.test(text))).toEqual([]);
});

test('a day is chosen and its verdict is read', async ({ gotoDashboardPage, page }) => {
  await gotoDashboardPage({ uid: flights, queryParams: chosen({ day: yesterday, airport: 'LGA' }) });
  await shape(page).first().scrollIntoViewIfNeeded();
  // A narrow panel leaves the algorithm's name out.
  await expect(page.getByText(/0\.4\d* > 0\.3/).first()).toBeVisible();
  await gotoDashboardPage({ uid: flights, queryParams: chosen({ day: quiet, airport: 'LGA' }) });
  await shape(page).first().scrollIntoViewIfNeeded();
  await expect(page.getByText('No drift', { exact: true }).first()).toBeVisible();
});

test('a click on a point chooses its day', async ({ gotoDashboardPage, page }) => {
  const dashboard = await gotoDashboardPage({ uid: flights });
  const plot = dashboard.getPanelByTitle('Drift of departure delay').locator.locator('.u-over');
  const { width = 0, height = 0 } = (await plot.boundingBox()) ?? {};
  // Grafana follows the link of a point that is near: from the axis upwards until it offers that.
  const offer = page.getByText(/Click to open/);
  let y = height;
  await expect
    .poll(
      async () => {
        y -= 5;
        await plot.hover({ position: { x: width / 2, y } });
        return offer.isVisible();
      },
      { intervals: [200] }
    )
    .toBe(true);
  await plot.click({ position: { x: width / 2, y } });
  await page.waitForURL(/var-day=\d{4}-\d\d-\d\dT00(:|%3A)00/);
});

test('a variable changes what its panels ask', async ({ gotoDashboardPage, page }) => {
  await gotoDashboardPage({ uid: flights, queryParams: chosen({ column: 'carrier' }) });
  await expect(page.getByRole('heading', { name: /^carrier, all airports/ })).toBeVisible();
});

test('a query that fails shows its error in its panel', async ({ gotoDashboardPage }) => {
  const dashboard = await gotoDashboardPage({ uid: flights, queryParams: chosen({ day: 'no day', airport: 'LGA' }) });
  const panel = dashboard.getPanelByTitle('dep_delay, all airports, day no day');
  await panel.scrollIntoView();
  await expect(panel.getErrorIcon()).toBeVisible();
});

test('both themes', async ({ page }) => {
  const colours: string[] = [];
  for (const theme of ['dark', 'light']) {
    await page.goto(`/d/${flights}?theme=${theme}`);
    await expect(shape(page).first()).toBeVisible();
    colours.push(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'));
  }
  expect(new Set(colours).size).toBe(2);
});

test('a narrow window', async ({ gotoDashboardPage, page }) => {
  await page.setViewportSize({ width: 400, height: 900 });
  await gotoDashboardPage({ uid: flights });
  await page.mouse.move(200, 500);
  // A panel is made when it comes near the window.
  const scrolled = async () => {
    await page.mouse.wheel(0, 200);
    return shape(page).count();
  };
  await expect.poll(scrolled, { intervals: [500] }).toBeGreaterThan(0);
  await shape(page).first().scrollIntoViewIfNeeded();
  await expect(page.getByText('Drift', { exact: true }).first()).toBeVisible();
});

test('everything is reached by keyboard', async ({ gotoDashboardPage, page }) => {
  await gotoDashboardPage({ uid: flights });
  await shape(page).first().focus();
  await expect(shape(page).first()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  // A bar is named to those who cannot see it.
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: /\d/ }).first()).toBeAttached();
});

test('Save & test tells what was found', async ({ gotoDataSourceConfigPage, page }) => {
  const config = await gotoDataSourceConfigPage('driftglass');
  const health = page.waitForResponse((response) => response.url().includes('/health'));
  // Grafana's word for data sources that a file has provisioned is Test.
  await page.getByRole('button', { name: /^(Save & test|Test)$/ }).click();
  expect((await health).status()).toBe(200);
  await expect(config).toHaveAlert('success');
  await expect(page.getByText(/1 dataset, 1095 profiles on 365 days/).first()).toBeVisible();
});

test('the start page leads to Explore, which shows something at once', async ({ page }) => {
  await page.goto('/a/driftglass-monitor-app');
  await expect(page.getByRole('list', { name: 'Your data sources' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: 'Look at Driftglass profiles in Explore' }).click();
  await expect(page.locator('.u-over').first()).toBeVisible();
});

test('the alert rules are evaluated, and fire', async ({ page, request }) => {
  interface Answer {
    readonly data: {
      readonly groups: ReadonlyArray<{ rules: ReadonlyArray<{ name: string; state: string; health: string }> }>;
    };
  }
  const states = async () => {
    const answer = (await (await request.get('/api/prometheus/grafana/api/v1/rules')).json()) as Answer;
    const rules = answer.data.groups.flatMap((group) => group.rules);
    return rules.map(({ name, state, health }) => `${name}: ${state}, ${health}`).sort();
  };
  await expect
    .poll(states, { timeout: 4 * 60_000 })
    .toEqual(['Departure delays drifted: firing, ok', 'Unusual cancellations: firing, ok']);
  await page.goto('/alerting/grafana/driftglass-departure-delay/view');
  await expect(page.getByText('Firing', { exact: true }).first()).toBeVisible();
});
