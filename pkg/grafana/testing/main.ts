// The test plugin as a process: `node pkg/grafana/testing/main.ts`, started by the tests and by the conformance host.
import { type ServeOptions, servePlugin } from '../index.ts';

/** Limits for tests, as JSON; `GF_PLUGIN_<KEY>` is how Grafana passes the operator's settings. */
const options = JSON.parse(process.env['GF_PLUGIN_LIMITS'] ?? '{}') as ServeOptions;

void servePlugin(async () => (await import('./test-plugin.ts')).testPlugin, options);
