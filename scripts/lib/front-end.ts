import { relative } from 'node:path';
import webpack from 'webpack';
import configurations from '../../.config/webpack/webpack.config.ts';
import { distFolder } from './layout.ts';
import { root } from './run.ts';

/**
 * Builds the front ends of the app, the data source and the panel into dist/.
 *
 * @throws Error when webpack reports errors; they have been printed
 */
export async function buildFrontEnd(): Promise<void> {
  const compiler = webpack(configurations);
  const stats = await new Promise<webpack.MultiStats>((resolve, reject) => {
    compiler.run((error, result) => {
      if (error !== null) {
        reject(error);
      } else if (result === undefined) {
        reject(new Error('webpack ended without a result'));
      } else {
        resolve(result);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    compiler.close((error) => (error ? reject(error) : resolve()));
  });
  if (stats.hasErrors() || stats.hasWarnings()) {
    console.error(stats.toString({ preset: 'errors-warnings', colors: process.stderr.isTTY }));
  }
  if (stats.hasErrors()) {
    throw new Error('the front end was not built; see above');
  }
  console.log(`front end: ${relative(root, distFolder)}`);
}
