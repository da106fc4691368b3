import type { Plugin } from 'esbuild';
import { root } from './run.ts';

/** Packages compiled by Babel, whose default export esbuild hands to Grafana's modules wrapped in an object. */
const wrappedDefaults = /^(react-custom-scrollbars-2|calculate-size)$/;

/** The code editor of Grafana's components: 4 MB that no dashboard needs. */
const editors = /^(monaco-editor|@monaco-editor\/react)(\/|$)/;

/** What esbuild needs to know of Grafana's packages in order to bundle a page with them. */
export const grafanaPackages: Plugin = {
  name: 'grafana-packages',
  setup(build) {
    build.onResolve({ filter: editors }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {}' }));
    build.onResolve({ filter: wrappedDefaults }, ({ path, importer, namespace }) =>
      namespace !== 'unwrapped' && importer.includes('@grafana') ? { path, namespace: 'unwrapped' } : undefined
    );
    build.onLoad({ filter: /.*/, namespace: 'unwrapped' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)}).default`,
      resolveDir: root,
    }));
    // uPlot declares that none of its files has side effects; without its style the cursor lies below the plot.
    build.onResolve({ filter: /uPlot\.min\.css$/ }, async ({ path, pluginData, ...rest }) =>
      pluginData === 'resolved'
        ? undefined
        : { ...(await build.resolve(path, { ...rest, pluginData: 'resolved' })), sideEffects: true }
    );
  },
};
