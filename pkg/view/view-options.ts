import type { JsonObject } from '../grafana/index.ts';
import type { BackEnd } from './back-end.ts';

export interface ViewOptions {
  /** Of the built page: `index.html` with its modules, and `public/` with icons and fonts. */
  readonly pageFolder: string;
  /** Folders with a plugin.json and a module.js each; a nested plugin has its own. */
  readonly pluginFolders: readonly string[];
  readonly backEnd: BackEnd;
  /** The only data source there is. */
  readonly dataSource: {
    readonly uid: string;
    readonly name: string;
    readonly type: string;
    readonly jsonData: JsonObject;
  };
  /** A dashboard as Grafana provisions it from a file. */
  readonly dashboardFile: string;
  readonly theme: 'dark' | 'light';
  /** What else the page is told; this room does not look at it. */
  readonly facts: JsonObject;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default: a new one. */
  readonly token?: string;
  /** Bytes of the longest body that is read. Default 4 MiB: a dashboard's largest query is a few kilobytes. */
  readonly maxBodyBytes?: number;
}

export const defaultMaxBodyBytes = 4 * 1024 * 1024;

/** A running server. */
export interface View {
  readonly port: number;
  /** Where a browser begins; it contains the token. */
  readonly url: string;
  /** Ends connections, the server and the back end. */
  close(): Promise<void>;
}
