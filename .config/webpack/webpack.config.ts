/**
 * The front ends, as Grafana's loader (SystemJS) takes them: AMD modules that share Grafana's own libraries.
 *
 * Where the scaffold of @grafana/create-plugin has its own, and by its conventions (webpack, swc, AMD, externals, public
 * path from the module's address), but not made by it.
 *
 * One compilation for each plugin: Grafana serves a nested plugin under its own id from its own folder, so its lazy
 * chunks must lie beside its module.js and nowhere else.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import webpack, { type Configuration } from 'webpack';
import { distFolder, isBackEndFile, pluginFolders, type PluginFolder } from '../../scripts/lib/layout.ts';
import { fillPlaceholders, pluginId } from '../../scripts/lib/plugin-json.ts';
import { root } from '../../scripts/lib/run.ts';

/** Libraries that Grafana 12 hands to plugins; a second copy of most of them would break hooks, themes or routes. */
const sharedWithGrafana = [
  /^@grafana\/(data|ui|runtime)(\/|$)/,
  /^react(-dom)?(\/jsx-runtime|\/jsx-dev-runtime)?$/,
  /^(@emotion\/(css|react)|react-router|react-redux|redux|rxjs|rxjs\/operators|i18next)$/,
  /^(lodash|moment|d3|jquery|prismjs|slate|slate-plain-serializer|slate-react)$/,
];

/**
 * What stands beside the app's module: the page of the plugin in Grafana, the licence, the changes, and the dashboard
 * for any dataset. That of the flights stays out: nobody else has them.
 */
const documents = [
  { from: 'src/README.md', to: 'README.md' },
  { from: 'LICENSE', to: 'LICENSE', toType: 'file' as const },
  { from: 'CHANGELOG.md', to: 'CHANGELOG.md', toType: 'file' as const },
  { from: 'provisioning/dashboards/profiles.json', to: 'dashboards/profiles.json', toType: 'file' as const },
];

function moduleFile(folder: PluginFolder): string {
  return existsSync(join(root, 'src', folder, 'module.tsx')) ? 'module.tsx' : 'module.ts';
}

/** Each compilation empties its own folder, and leaves what others put there. */
function isKept(folder: PluginFolder, name: string): boolean {
  return folder === '' ? /^(datasource|panel)(\/|$)/.test(name) : isBackEndFile(name);
}

function configuration(folder: PluginFolder): Configuration {
  const production = process.env['NODE_ENV'] !== 'development';
  const source = join(root, 'src', folder);
  return {
    name: folder === '' ? 'app' : folder,
    mode: production ? 'production' : 'development',
    // As in Grafana's scaffold: the check for its catalogue looks for sources below src/, under the app's name.
    context: join(root, 'src'),
    target: ['web', 'es2021'],
    devtool: 'source-map',
    // The last file's exports are the library; the first only says where chunks are.
    entry: { module: [join(root, 'src', 'public-path.ts'), join(source, moduleFile(folder))] },
    output: {
      path: join(distFolder, folder),
      filename: '[name].js',
      chunkFilename: '[name].js?_cache=[contenthash]',
      library: { type: 'amd' },
      uniqueName: pluginId(folder),
      devtoolNamespace: pluginId(''),
      publicPath: `public/plugins/${pluginId(folder)}/`,
      crossOriginLoading: 'anonymous',
      clean: { keep: (name) => isKept(folder, name) },
    },
    externalsType: 'amd',
    externals: [...sharedWithGrafana, { 'amd-module': 'module' }],
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2021',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    plugins: [
      new webpack.ProvidePlugin({ amdModule: 'amd-module' }),
      new CopyPlugin({
        patterns: [
          {
            from: 'plugin.json',
            context: source,
            transform: (content: Buffer) => fillPlaceholders(content.toString('utf8')),
          },
          { from: 'img/**/*', context: source },
          ...(folder === '' ? documents.map((document) => ({ ...document, context: root })) : []),
        ],
      }),
    ],
    // Everything is compiled in about a second; a cache would only have to be kept true.
    cache: false,
    performance: { hints: production ? 'warning' : false },
  };
}

export default pluginFolders.map(configuration);
