import { readFileSync } from 'node:fs';
import type { HttpAnswer, JsonObject } from '../grafana/index.ts';
import type { ViewOptions } from './view-options.ts';

/** The Grafana whose libraries the page has; plugins may ask. */
const grafanaVersion = '12.4.10';

/**
 * What must stand in the page before any of its modules is evaluated. The dashboard is read anew for each page.
 *
 * @throws Error when the dashboard cannot be read
 */
export function bootScript(options: ViewOptions, plugins: readonly JsonObject[], origin: string): HttpAnswer {
  const { dashboardFile, dataSource, theme, facts } = options;
  const dashboard = JSON.parse(readFileSync(dashboardFile, 'utf8')) as JsonObject;
  const locale = { timezone: 'utc', locale: 'en-US', language: 'en-US', regionalFormat: 'en-US', weekStart: 'monday' };
  const values = {
    grafanaBootData: {
      user: { theme, lightTheme: theme === 'light', ...locale, orgRole: 'Viewer', isSignedIn: true, orgId: 1 },
      settings: {
        ...{ appUrl: `${origin}/`, appSubUrl: '', buildInfo: { version: grafanaVersion, env: 'production' } },
        ...{ featureToggles: {}, datasources: {}, panels: {}, apps: {} },
      },
      navTree: [],
    },
    __grafana_public_path__: '/public/',
    // One of the libraries otherwise advertises itself in the console.
    __i18next_supportNoticeShown: true,
    driftglassView: { dashboard, dataSource, plugins, theme, facts },
  };
  const body = `Object.assign(window, ${JSON.stringify(values)});\n`;
  return { status: 200, contentType: 'text/javascript; charset=utf-8', body };
}
