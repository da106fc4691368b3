import { encodeFrame, numbers, type PluginDefinition, times } from './index.ts';
import { serveInProcess } from './testing/serve-in-process.ts';

/** The example at the door, word for word but for the process around it. */
const example: PluginDefinition<{ factor: number }> = {
  pluginId: 'example-datasource',
  createInstance: ({ jsonData }) => ({ factor: Number(jsonData['factor'] ?? 1) }),
  async queryData({ factor }, { fromMs, toMs }) {
    const value = { name: 'value', labels: { series: 'line' }, values: numbers([factor, 2 * factor]) };
    return [encodeFrame({ type: 'timeseries-multi', time: times([fromMs, toMs]), value })];
  },
  checkHealth: async () => ({ status: 'ok', message: 'all is well' }),
};

describe('the example at the door', () => {
  it('works', async () => {
    const served = await serveInProcess(example);
    const query = { refId: 'A', model: {}, fromMs: 1, toMs: 2 };
    const answers = await served.calls.queryData([query], { settings: { jsonData: { factor: 3 } } });
    expect(answers.get('A')).toMatchObject({
      status: 200,
      frames: [{ fields: [{ values: [1_000_000n, 2_000_000n] }, { labels: { series: 'line' }, values: [3, 6] }] }],
    });
    await served.stop();
  });
});
