import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileStore, maxTextBytes } from './index.ts';
import { refusal } from './testing/refusal.ts';
import { TempFolder } from './testing/temp-folder.ts';

let temp: TempFolder;
let outside: TempFolder;

beforeEach(() => {
  temp = new TempFolder();
  outside = new TempFolder();
});

afterEach(() => {
  temp.remove();
  outside.remove();
});

describe('a text beside the profiles', () => {
  it('is read with its version', async () => {
    temp.write({ 'd/monitor.json': '{"é": 1}' });
    const store = fileStore(temp.path, [temp.path]);
    const first = await store.readText('d/monitor.json');
    expect(first?.text).toBe('{"é": 1}');
    temp.write({ 'd/monitor.json': '{"é": 23}' });
    const second = await store.readText('d/monitor.json');
    expect(second?.text).toBe('{"é": 23}');
    expect(second?.version).not.toBe(first?.version);
  });

  it.each(['d/none.json', 'none/monitor.json', 'd/monitor.json/deeper', 'd'])('%s is absent', async (key) => {
    temp.write({ 'd/monitor.json': '{}' });
    expect(await fileStore(temp.path, [temp.path]).readText(key)).toBeNull();
  });

  it('above the store counts as absent', async () => {
    temp.write({ 'd/monitor.json': '{}', 'x.json': '{}' });
    const store = fileStore(join(temp.path, 'd'), [temp.path]);
    expect(await store.readText('../x.json')).toBeNull();
    expect(await store.readText('monitor.json')).not.toBeNull();
  });

  it('behind a link that leads out of the store counts as absent', async () => {
    outside.write({ 'secret.json': 'secret' });
    temp.write({ 'd/x.bin': '' });
    symlinkSync(join(outside.path, 'secret.json'), join(temp.path, 'd', 'monitor.json'));
    expect(await fileStore(temp.path, [temp.path]).readText('d/monitor.json')).toBeNull();
  });

  it('has a greatest size', async () => {
    temp.write({ 'd/monitor.json': ' '.repeat(maxTextBytes), 'e/monitor.json': ' '.repeat(maxTextBytes + 1) });
    const store = fileStore(temp.path, [temp.path]);
    expect((await store.readText('d/monitor.json'))?.text).toHaveLength(maxTextBytes);
    expect(maxTextBytes).toBe(8_388_608);
    await expect(store.readText('e/monitor.json')).rejects.toThrow(
      refusal(
        'limit',
        'e/monitor.json has 8388609 bytes, more than the 8388608 that a document may have. Remedy: shorten it'
      )
    );
  });
});
