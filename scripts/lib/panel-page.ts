import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { grafanaPackages } from './grafana-packages.ts';
import { root } from './run.ts';

/** Files of a page by their names, `index.html` among them. */
export type PageFiles = ReadonlyMap<string, Uint8Array>;

/** What Grafana's packages look for when they are evaluated. */
const bootData = {
  user: { theme: 'dark', timezone: 'utc', locale: 'en-US', language: 'en-US', orgRole: 'Viewer' },
  settings: { appUrl: '/', appSubUrl: '', buildInfo: { version: '12.4.10', env: 'production' }, featureToggles: {} },
  navTree: [],
};

const html = `<!doctype html>
<html lang="en" style="font-size: 14px">
  <head>
    <meta charset="utf-8" />
    <title>Pictures of the profile panel</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/picture-page.css" />
    <script>
      window.grafanaBootData = ${JSON.stringify(bootData)};
      window.__grafana_public_path__ = '/public/';
      window.__i18next_supportNoticeShown = true;
    </script>
    <script type="module" src="/picture-page.js"></script>
  </head>
  <body style="margin: 0"><div id="root"></div></body>
</html>
`;

/**
 * Bundles the page with the panel's pictures (src/panel/testing/picture-page.tsx). Nothing is written.
 *
 * @throws Error of esbuild
 */
export async function bundlePanelPage(): Promise<PageFiles> {
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: [join(root, 'src', 'panel', 'testing', 'picture-page.tsx')],
    outdir: join(root, 'dist-view'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    // Development: React tells what it dislikes on the console.
    define: { 'process.env.NODE_ENV': '"development"', global: 'window' },
    alias: { '@grafana/runtime': join(root, 'src', 'panel', 'testing', 'runtime.tsx') },
    plugins: [grafanaPackages],
    write: false,
    logLevel: 'silent',
  });
  const files = outputFiles.map(({ path, contents }): [string, Uint8Array] => [basename(path), contents]);
  return new Map([...files, ['index.html', Buffer.from(html)]]);
}

/** A file of the page; icons and fonts come from the packages. @returns null for one that is not there */
export function pageFile(files: PageFiles, path: string): Uint8Array | null {
  const own = files.get(path === '/' ? 'index.html' : path.slice(1));
  if (own !== undefined) {
    return own;
  }
  const font = /^\/public\/fonts\/inter\/Inter-(Regular|Medium)\.woff2$/.exec(path)?.[1];
  if (font !== undefined) {
    const weight = font === 'Medium' ? 500 : 400;
    return readFileSync(join(root, 'node_modules/@fontsource/inter/files', `inter-latin-${weight}-normal.woff2`));
  }
  return null;
}
