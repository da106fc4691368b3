import { makeBackEnd } from '../../pkg/view/index.ts';
import { executables } from './back-end.ts';
import { StoreFolder } from './store-folder.ts';

test('a back end that was killed is started again by the next question, and one that was stopped is gone', async () => {
  const store = new StoreFolder();
  const backEnd = makeBackEnd(executables()[0] ?? '', { env: { GF_PLUGIN_ROOTS: store.path } });
  const settings = { uid: 'view', jsonData: { store: { type: 'file', path: store.path } } };
  try {
    const [first, same] = await Promise.all([backEnd.client(), backEnd.client()]);
    expect(same.pid).toBe(first.pid);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const second = await backEnd.client();
    expect(second.pid).not.toBe(first.pid);
    await expect(second.checkHealth({ settings })).resolves.toMatchObject({ status: 'ok' });
    await backEnd.stop();
    await expect(second.exited).resolves.toMatchObject({ code: 0 });
  } finally {
    await backEnd.stop();
    store.dispose();
  }
});
