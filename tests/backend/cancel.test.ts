import { setTimeout as sleep } from 'node:timers/promises';
import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { BackEnd } from './back-end.ts';
import { seriesOf, startBackEnd } from './back-end.ts';
import { processorTime } from './processor-time.ts';

jest.setTimeout(30_000);

/** Work stops so soon after nobody waits for it any more. */
const stopMs = 1000;

/** Seconds of work: every column against windows of 90 days, each day of the year, whole and by airport. */
const heavy = {
  kind: 'metric',
  datasetId: 'flights',
  metric: 'hellinger',
  baseline: { type: 'TrailingWindow', size: 90 },
  segments: [{ tags: [] }, { tags: [{ key: 'origin', value: '*' }] }],
};

const small = { kind: 'metric', datasetId: 'flights', metric: 'count', columns: { include: ['dep_delay'] } };

// Elsewhere there is no /proc to read the processor time from.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

let backEnd: BackEnd;
beforeEach(async () => {
  backEnd = await startBackEnd(unpackFlights());
  await backEnd.client.checkHealth({ settings: backEnd.settings });
});
afterEach(() => backEnd.stop());

/** Shows that the process is working, and after `end` that it soon is not, and answers. */
async function expectStop(end: () => void | Promise<void>): Promise<void> {
  const { pid } = backEnd.client;
  await sleep(500);
  expect(await processorTime(pid, 500)).toBeGreaterThan(100);
  await end();
  await sleep(stopMs);
  expect(await processorTime(pid, 500)).toBeLessThan(50);
  const { frames } = await backEnd.ask(small);
  expect(seriesOf(frames).get('dep_delay overall')?.get('2013-02-08')).toBe(930);
}

onLinux('a query that nobody waits for any more (told by /proc, so on Linux only)', () => {
  it('stops its work when the call is cancelled', async () => {
    const cancel = new AbortController();
    const answer = backEnd.ask(heavy, {}, { signal: cancel.signal });
    const rejected = expect(answer).rejects.toThrow(/cancelled/i);
    await expectStop(() => cancel.abort());
    await rejected;
  });

  it('stops its work within a column, too, and what was to follow', async () => {
    const cancel = new AbortController();
    // All of one column, so all for one thread, which has the second at hand while it works on the first.
    const queries = Array.from({ length: 20 }, (_, i) => ({
      refId: `${i}`,
      model: {
        ...heavy,
        columns: { include: ['sched_dep_time'] },
        baseline: { type: 'TrailingWindow', size: 90 - i },
      },
    }));
    const answers = backEnd.askAll(queries, { signal: cancel.signal });
    const rejected = expect(answers).rejects.toThrow(/cancelled/i);
    await expectStop(() => cancel.abort());
    await rejected;
  });

  it('stops its work at the deadline of the call, and says so in time', async () => {
    const answer = backEnd.ask(heavy, {}, { timeoutMs: 2000 });
    await expectStop(async () => {
      expect(await answer).toMatchObject({ status: 504, errorSource: 'downstream', frames: [] });
      expect((await answer).error).toMatch(/^no answer within 1[5-8]\d\d ms$/);
    });
  });
});

onLinux('a query that takes longer than the operator allows (told by /proc, so on Linux only)', () => {
  it('is given up, stops its work and is answered', async () => {
    await backEnd.stop();
    backEnd = await startBackEnd(unpackFlights(), undefined, { GF_PLUGIN_QUERY_TIMEOUT_SECONDS: '2' });
    const answer = backEnd.ask(heavy);
    await expectStop(async () => {
      expect(await answer).toMatchObject({ status: 504, error: 'no answer within 2000 ms' });
    });
  });
});

describe('a query that ran out of time', () => {
  it('succeeds on a later try, for what it read is kept', async () => {
    // More than 300 ms of work, and what it reads fits into memory: half of a quarter of memory_mib.
    const segments = [{ tags: [] }, { tags: [{ key: 'origin', value: 'JFK' }] }];
    const model = { ...small, metric: 'unique_est', columns: { include: ['*'] }, segments };
    /** The frames; null when 300 ms were not enough, be it the back end or the connection that says so. */
    const attempt = async () => {
      try {
        const { status, frames } = await backEnd.ask(model, {}, { timeoutMs: 300 });
        expect([200, 504]).toContain(status);
        return status === 200 ? frames : null;
      } catch (error) {
        expect(String(error)).toContain('DEADLINE_EXCEEDED');
        return null;
      }
    };
    expect(await attempt()).toBeNull();
    let frames = null;
    for (let tries = 0; frames === null && tries < 50; tries += 1) {
      frames = await attempt();
    }
    const unhurried = await backEnd.ask(model);
    expect(frames?.map(({ fields }) => fields)).toEqual(unhurried.frames.map(({ fields }) => fields));
  });
});
