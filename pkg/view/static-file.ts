import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Reply } from './reply.ts';
import { textReply } from './reply.ts';

/** What may be served. The back end's executable lies among the files of its plugin and is not. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
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
export async function staticFile(folder: string, path: string): Promise<Reply> {
  const contentType = contentTypes[extname(path)];
  const parts = decodedParts(path);
  if (contentType === undefined || parts === null) {
    return textReply(404, 'not found');
  }
  try {
    return { status: 200, contentType, body: await readFile(join(folder, ...parts)) };
  } catch {
    return path.includes('img/icons/') && path.endsWith('.svg')
      ? { status: 200, contentType, body: neutralIcon }
      : textReply(404, 'not found');
  }
}

function decodedParts(path: string): readonly string[] | null {
  try {
    const parts = path.split('/').map(decodeURIComponent);
    return parts.every((part) => /^[^./\\\0][^/\\\0]*$/.test(part)) ? parts : null;
  } catch {
    return null;
  }
}
