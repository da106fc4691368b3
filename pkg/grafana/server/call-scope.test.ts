import { EventEmitter } from 'node:events';

import { Metadata } from '@grpc/grpc-js';

import { ForwardedHeaders } from '../headers.ts';
import { silentLog } from '../testing/silent-log.ts';
import { openCall } from './call-scope.ts';

class FakeHost extends EventEmitter {
  readonly metadata = new Metadata();
  readonly deadline: Date | number;

  constructor(deadline: Date | number) {
    super();
    this.deadline = deadline;
  }

  getDeadline(): Date | number {
    return this.deadline;
  }
}

const caller = { orgId: 1, user: null, grafanaConfig: new Map<string, string>() };
const now = Date.UTC(2026, 0, 1);

interface HostOptions {
  readonly deadline?: Date | number;
  readonly headers?: [string, string][];
}

function open({ deadline = Infinity, headers = [] }: HostOptions = {}) {
  const host = new FakeHost(deadline);
  const stopping = new AbortController();
  const scope = openCall(host, caller, new ForwardedHeaders(headers), {
    endpoint: 'queryData',
    timeoutMs: 60_000,
    deadlineMarginMs: 250,
    stopping: stopping.signal,
    log: silentLog,
  });
  return { host, stopping, scope, signal: scope.call.signal };
}

describe('openCall', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['its own limit without a deadline', Infinity, 60_000],
    ['its own limit before a later deadline', now + 100_000, 60_000],
    ['a margin before an earlier deadline', now + 30_000, 29_750],
    ['a tenth before a near deadline', now + 300, 270],
    ['a margin before a deadline given as a date', new Date(now + 30_000), 29_750],
  ])('aborts %s', (_name, deadline, afterMs) => {
    const { scope, signal } = open({ deadline });
    expect(scope.call.deadlineMs).toBe(now + afterMs);
    jest.advanceTimersByTime(afterMs - 1);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.reason).toMatchObject({
      code: 'timeout',
      status: 504,
      source: 'downstream',
      message: `no answer within ${afterMs} ms`,
    });
  });

  it('aborts at once after a deadline', () => {
    const { signal } = open({ deadline: now - 1 });
    jest.advanceTimersByTime(1);
    expect(signal.reason).toMatchObject({ code: 'timeout', message: 'no answer within 0 ms' });
  });

  it('aborts when the host cancels', () => {
    const { host, signal } = open();
    host.emit('cancelled');
    expect(signal.reason).toMatchObject({ code: 'cancelled', status: 499, message: 'the caller cancelled the call' });
  });

  it('aborts when the plugin stops, also if it stopped before', () => {
    const { stopping, signal } = open();
    stopping.abort();
    expect(signal.reason).toMatchObject({
      code: 'stopped',
      status: 503,
      message: 'the plugin is being stopped: try again',
    });
  });

  it('takes no cancellation for one after its end, when grpc-js always emits it', () => {
    const { host, scope, signal, stopping } = open();
    scope.end();
    host.emit('cancelled');
    stopping.abort();
    jest.advanceTimersByTime(100_000);
    expect(signal.aborted).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([
    [[['FromAlert', 'true']], true],
    [[['fromalert', 'True']], true],
    [[['http_FromAlert', 'true']], true],
    [[['FromAlert', 'false']], false],
    [[], false],
  ] as const)('with the headers %j comes from an alert rule: %p', (headers, fromAlert) => {
    expect(open({ headers: headers.map(([name, value]) => [name, value]) }).scope.call.fromAlert).toBe(fromAlert);
  });
});
