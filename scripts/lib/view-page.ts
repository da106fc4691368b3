import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build as bundle, formatMessages } from 'esbuild';
import { grafanaPackages } from './grafana-packages.ts';
import { viewFolder } from './installation.ts';
import { root } from './run.ts';

const packages = join(root, 'node_modules');

/** Fonts under the names that Grafana's styles ask for. */
const fonts: Readonly<Record<string, string>> = {
  'inter/Inter-Regular.woff2': 'inter/files/inter-latin-400-normal.woff2',
  'inter/Inter-Medium.woff2': 'inter/files/inter-latin-500-normal.woff2',
};

/** Files of Roboto Mono's Latin part; the names are hashes in Grafana's own styles. */
function robotoNames(): readonly string[] {
  const file = join(packages, '@grafana', 'ui', 'dist', 'esm', 'themes', 'GlobalStyles', 'fonts.mjs');
  const names = readFileSync(file, 'utf8').match(/roboto\/[\w-]+\.woff2/g) ?? [];
  return [...new Set(names)];
}

/**
 * Bundles the page into dist-view/: modules with shared chunks, minified, and beside them `public/` with icons and fonts.
 *
 * @throws Error with esbuild's warnings, none of which is expected
 */
export async function buildViewPage(): Promise<void> {
  rmSync(viewFolder, { recursive: true, force: true });
  const { warnings } = await bundle({
    absWorkingDir: root,
    entryPoints: [join(root, 'src', 'view', 'main.tsx')],
    outdir: viewFolder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    plugins: [grafanaPackages],
    legalComments: 'none',
    // The manifest of systemjs has a `type` that no tool knows.
    logOverride: { 'package.json': 'silent' },
    logLevel: 'silent',
  });
  if (warnings.length > 0) {
    throw new Error((await formatMessages(warnings, { kind: 'warning' })).join('\n'));
  }
  copyFileSync(join(root, 'src', 'view', 'index.html'), join(viewFolder, 'index.html'));
  const folder = join(viewFolder, 'public');
  cpSync(join(packages, '@grafana', 'ui', 'dist', 'public'), join(folder, 'build'), { recursive: true });
  const roboto = robotoNames().map((name) => [name, 'roboto-mono/files/roboto-mono-latin-400-normal.woff2']);
  for (const [name, source] of [...Object.entries(fonts), ...roboto] as [string, string][]) {
    mkdirSync(dirname(join(folder, 'fonts', name)), { recursive: true });
    copyFileSync(join(packages, '@fontsource', source), join(folder, 'fonts', name));
  }
  console.log(`page: ${relative(root, viewFolder)}`);
}

/** Whether the page was built; not whether it is up to date. */
export function isViewPageBuilt(): boolean {
  return existsSync(join(viewFolder, 'index.html'));
}
