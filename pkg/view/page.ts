import { readFileSync } from 'node:fs';
import type { Reply } from './reply.ts';
import { textReply } from './reply.ts';
import type { ViewOptions } from './view-options.ts';

/**
 * `unsafe-eval`: the table of @grafana/ui compiles its row functions; `unsafe-inline` for styles: emotion writes them
 * into the page. Nothing is loaded from elsewhere, and no other page may frame this one.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<base href="/">
<title>Driftglass</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="view/main.css">
<style>html { font-size: 14px } body { margin: 0 }</style>
<script src="boot.js"></script>
<script type="module" src="view/main.js"></script>
</head>
<body><div id="root"><p style="padding:16px">Loading the dashboard …</p></div></body>
</html>
`;

export const pageReply: Reply = { status: 200, contentType: 'text/html; charset=utf-8', body: html };

/** What must stand in the page before any of its modules is evaluated. The dashboard is read anew for each page. */
export function bootScript(options: ViewOptions, plugins: readonly object[], origin: string): Reply {
  const { dashboardFile, dataSource, theme, facts } = options;
  let dashboard: unknown;
  try {
    dashboard = JSON.parse(readFileSync(dashboardFile, 'utf8'));
  } catch (error) {
    return textReply(500, `the dashboard ${dashboardFile} cannot be read: ${String(error)}`);
  }
  const user = { theme, lightTheme: theme === 'light', timezone: 'utc', locale: 'en-US', language: 'en-US' };
  const values = {
    grafanaBootData: {
      user: { ...user, regionalFormat: 'en-US', weekStart: 'monday', orgRole: 'Viewer', isSignedIn: true, orgId: 1 },
      settings: {
        appUrl: `${origin}/`,
        appSubUrl: '',
        buildInfo: { version: '12.4.10', env: 'production' },
        featureToggles: {},
        datasources: {},
        panels: {},
        apps: {},
      },
      navTree: [],
    },
    __grafana_public_path__: '/public/',
    __i18next_supportNoticeShown: true,
    driftglassView: { dashboard, dataSource, plugins, theme, facts },
  };
  const body = `Object.assign(window, ${JSON.stringify(values)});\n`;
  return { status: 200, contentType: 'text/javascript; charset=utf-8', body };
}
