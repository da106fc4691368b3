import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { HttpAnswer } from '../grafana/index.ts';
import { errorAnswer } from '../grafana/index.ts';

/** What may be served. The back end's executable lies among the files of its plugin and is not. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Stands for the icons that the package of Grafana's components asks for and does not contain. */
const neutralIcon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="4"/></svg>';

/**
 * A file below `folder`.
 *
 * @param path still encoded, `/` between its parts; parts that climb or hide (`..`, `.git`) are not found
 */
export async function staticFile(folder: string, path: string): Promise<HttpAnswer> {
  const contentType = contentTypes[extname(path)];
  try {
    const parts = path.split('/').map(decodeURIComponent);
    if (contentType !== undefined && parts.every((part) => /^[^./\\\0][^/\\\0]*$/.test(part))) {
      return { status: 200, contentType, body: await readFile(join(folder, ...parts)) };
    }
  } catch {
    // Not there or not decodable: not found, like the others.
  }
  return contentType !== undefined && /\/img\/icons\/.*\.svg$/.test(path)
    ? { status: 200, contentType, body: neutralIcon }
    : errorAnswer(404, 'not found');
}
