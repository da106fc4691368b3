import { defaultLimits, type Limits } from '../limits.ts';
import { Secrets } from '../log/secrets.ts';
import type { InstanceSettings } from '../settings.ts';
import { silentLog } from '../testing/silent-log.ts';
import { Instances } from './instances.ts';

const never = new AbortController().signal;
const config = new Map<string, string>();

function settings(name: string, orgId = 1, secret = ''): InstanceSettings {
  return {
    kind: 'datasource',
    orgId,
    uid: 'u',
    name,
    url: '',
    user: '',
    database: '',
    basicAuthEnabled: false,
    basicAuthUser: '',
    jsonData: {},
    secrets: new Map(secret === '' ? [] : [['token', secret]]),
    lastUpdatedMs: 0,
  };
}

function make(limits: Partial<Limits> = {}) {
  const createInstance = jest.fn(
    async ({ orgId, ...rest }: InstanceSettings) => `${orgId} ${'name' in rest ? rest.name : ''}`
  );
  const disposeInstance = jest.fn();
  const secrets = new Secrets();
  const lifecycle = { createInstance, disposeInstance };
  const instances = new Instances<string>(lifecycle, { ...defaultLimits, ...limits }, secrets, silentLog);
  const use = async (name: string, orgId = 1) => {
    const lease = await instances.lease(settings(name, orgId), config, never);
    lease.release();
    return lease.instance;
  };
  return { instances, createInstance, disposeInstance, secrets, use };
}

describe('Instances', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('makes one instance for all calls with the same settings, however many wait', async () => {
    const { createInstance, use } = make();
    expect(await Promise.all([use('a'), use('a'), use('a')])).toEqual(['1 a', '1 a', '1 a']);
    expect(createInstance).toHaveBeenCalledTimes(1);
  });

  it('makes another for another organisation or other settings', async () => {
    const { createInstance, use } = make();
    expect(await Promise.all([use('a', 1), use('a', 2), use('b', 1)])).toEqual(['1 a', '2 a', '1 b']);
    expect(createInstance).toHaveBeenCalledTimes(3);
  });

  it('keeps a superseded instance for calls that still carry the old settings, then disposes of it', async () => {
    const { createInstance, disposeInstance, instances, use } = make({ instanceRetireMs: 5_000 });
    await use('old');
    await use('new');
    await use('old');
    await use('new');
    expect(createInstance).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(disposeInstance).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(2_501);
    expect(disposeInstance.mock.calls).toEqual([['1 old']]);
    expect(instances.size).toBe(1);
  });

  it('does not dispose of a superseded instance while a call uses it', async () => {
    const { disposeInstance, instances, use } = make();
    const lease = await instances.lease(settings('old'), config, never);
    await use('new');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(disposeInstance).not.toHaveBeenCalled();
    lease.release();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(disposeInstance.mock.calls).toEqual([['1 old']]);
  });

  it('keeps no more superseded instances than its limit', async () => {
    const { disposeInstance, instances, use } = make({ maxRetiredInstances: 2 });
    for (let save = 0; save < 100; save++) {
      await use(String(save));
    }
    expect(instances.size).toBe(3);
    expect(disposeInstance).toHaveBeenCalledTimes(97);
    expect(disposeInstance.mock.calls.at(-1)).toEqual(['1 96']);
  });

  it('disposes of an instance that nobody used for long, and makes it again when asked', async () => {
    const { createInstance, disposeInstance, use } = make({ instanceIdleMs: 60_000 });
    await use('a');
    await jest.advanceTimersByTimeAsync(65_000);
    expect(disposeInstance.mock.calls).toEqual([['1 a']]);
    expect(await use('a')).toBe('1 a');
    expect(createInstance).toHaveBeenCalledTimes(2);
  });

  it('does not keep a failure', async () => {
    const { createInstance, instances, use } = make();
    createInstance.mockRejectedValueOnce(new Error('no such host'));
    await expect(Promise.all([use('a'), use('a')])).rejects.toThrow('no such host');
    expect(instances.size).toBe(0);
    expect(await use('a')).toBe('1 a');
  });

  it('takes an exception of createInstance for a failure', async () => {
    const { createInstance, use } = make();
    createInstance.mockImplementationOnce(() => {
      throw new Error('at once');
    });
    await expect(use('a')).rejects.toThrow('at once');
  });

  it('gives up after its time, and disposes of what comes later', async () => {
    const { createInstance, disposeInstance, use } = make({ instanceTimeoutMs: 1_000 });
    const made = Promise.withResolvers<string>();
    createInstance.mockReturnValueOnce(made.promise);
    const result = expect(use('a')).rejects.toMatchObject({
      code: 'instance-timeout',
      status: 504,
      message: 'the data source was not ready within 1000 ms',
    });
    await jest.advanceTimersByTimeAsync(1_000);
    await result;
    made.resolve('late');
    await jest.advanceTimersByTimeAsync(0);
    expect(disposeInstance.mock.calls).toEqual([['late']]);
    expect(await use('a')).toBe('1 a');
  });

  it('lets a call go that is aborted while it waits, and keeps the instance for others', async () => {
    const { createInstance, disposeInstance, instances, use } = make();
    const made = Promise.withResolvers<string>();
    createInstance.mockReturnValueOnce(made.promise);
    const aborted = instances.lease(settings('a'), config, AbortSignal.abort(new Error('cancelled')));
    await expect(aborted).rejects.toThrow('cancelled');
    const waiting = use('a');
    made.resolve('made');
    expect(await waiting).toBe('made');
    await use('b');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(disposeInstance.mock.calls).toEqual([['made']]);
  });

  it('survives a disposal that fails', async () => {
    const { disposeInstance, instances, use } = make({ instanceIdleMs: 1_000 });
    disposeInstance.mockRejectedValueOnce(new Error('cannot close'));
    await use('a');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(instances.size).toBe(0);
  });

  it('disposes of everything at the end', async () => {
    const { disposeInstance, instances, use } = make();
    await use('a');
    await instances.lease(settings('b'), config, never);
    await instances.close();
    expect(disposeInstance.mock.calls.flat().sort()).toEqual(['1 a', '1 b']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps the secrets of an instance out of texts as long as it exists', async () => {
    const { instances, secrets } = make({ instanceIdleMs: 1_000 });
    const lease = await instances.lease(settings('a', 1, 'correct-horse'), config, never);
    expect(secrets.redact('correct-horse')).toBe('[redacted]');
    lease.release();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(secrets.redact('correct-horse')).toBe('correct-horse');
  });
});
