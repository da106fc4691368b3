import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackEnd, startView, type View, ViewError } from '../view/index.ts';
import { chooseDashboard } from './choose-dashboard.ts';
import { CommandError } from './error.ts';
import { oldStoreAddress } from './old-store-address.ts';
import { openStore } from './open-store.ts';
import type { Output } from './show.ts';

export const viewUsage = 'driftglass view DIR [--port N] [--dashboard FILE] [--theme dark|light] [--no-open]';

/** Where the built parts of the product lie. */
export interface Installation {
  readonly executable: string;
  /** Of the app, the data source and the panel. */
  readonly pluginFolders: readonly string[];
  readonly pageFolder: string;
  readonly dashboardFolder: string;
}

/** What a person asked for. */
export interface ViewRequest {
  readonly folder: string;
  readonly port: number;
  readonly dashboard: string | undefined;
  readonly theme: 'dark' | 'light';
  readonly open: boolean;
}

/** @throws CommandError usage, input */
export function parseViewArguments(args: readonly string[]): ViewRequest {
  const usage = (text: string) => new CommandError('usage', `${text}. Usage: ${viewUsage}`);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        port: { type: 'string', default: '0' },
        dashboard: { type: 'string' },
        theme: { type: 'string', default: 'dark' },
        open: { type: 'boolean', default: true },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    throw usage('name one folder');
  }
  const { port, dashboard, theme, open } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw usage(`"${port}" is no port`);
  }
  if (theme !== 'dark' && theme !== 'light') {
    throw usage(`there is no theme "${theme}"`);
  }
  return { folder: resolve(folder), port: Number(port), dashboard, theme, open };
}

/** A view, and where a person begins in it. */
export interface OpenedView extends View {
  readonly startUrl: string;
}

/**
 * Starts the back end over a folder and serves the dashboard that suits it.
 *
 * @throws CommandError input; ViewError; GrafanaError when the back end does not start
 */
export async function openView(request: ViewRequest, installation: Installation, token?: string): Promise<OpenedView> {
  const { folder, dashboard } = request;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new CommandError('input', `${folder} is no folder`);
  }
  // The parent too: the folder may be that of one dataset.
  const backEnd = makeBackEnd(installation.executable, { env: { GF_PLUGIN_ROOTS: dirname(folder) } });
  try {
    const store = await openStore(await backEnd.client(), folder);
    const times = store.datasets.flatMap(({ firstMs, lastMs }) => [firstMs ?? [], lastMs ?? []].flat());
    const view = await startView({
      ...installation,
      ...request,
      ...(token !== undefined && { token }),
      backEnd,
      dataSource: {
        uid: 'view',
        name: store.path,
        type: 'driftglass-profiles-datasource',
        jsonData: store.settings.jsonData,
      },
      dashboardFile:
        dashboard === undefined
          ? chooseDashboard(
              installation.dashboardFolder,
              store.datasets.map(({ id }) => id)
            )
          : resolve(dashboard),
      facts: {
        place: folder,
        extent: times.length === 0 ? null : { fromMs: Math.min(...times), toMs: Math.max(...times) },
      },
    });
    return { ...view, startUrl: view.url + oldStoreAddress(store.datasets, Date.now()) };
  } catch (error) {
    await backEnd.stop();
    throw error;
  }
}

/**
 * `driftglass view`: a folder of profiles in a browser without Grafana. Ends with SIGINT or SIGTERM.
 *
 * @returns the exit code
 * @throws CommandError usage, input
 */
export async function view(
  args: readonly string[],
  output: Output,
  installation: Installation | undefined
): Promise<number> {
  const request = parseViewArguments(args);
  if (installation === undefined) {
    throw new CommandError('input', 'the page is not part of this executable. Remedy: npm run view -- DIR');
  }
  let opened: OpenedView;
  try {
    opened = await openView(request, installation);
  } catch (error) {
    throw error instanceof ViewError ? new CommandError('input', error.message) : error;
  }
  output.line(`The dashboard for ${request.folder}: ${opened.startUrl}`);
  output.line('Only this machine can open it, with the token in the address. Ctrl+C ends it.');
  if (request.open) {
    openBrowser(opened.startUrl);
  }
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
  await opened.close();
  return 0;
}

/** A machine without a browser is no error: the address was printed. */
function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '""', url],
  };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
