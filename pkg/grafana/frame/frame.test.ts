import { encodeFrame } from './encode-frame.ts';
import type { Frame } from './frame.ts';
import { numbers } from './numbers.ts';
import { strings } from './strings.ts';
import { nullableTimes, times } from './times.ts';

/** A compile-time check: `npm run typecheck` fails when a line below it is accepted. */
function frame(value: Frame): Frame {
  return value;
}

describe('the types of frames', () => {
  const time = times([1]);
  const value = { name: 'v', values: numbers([1]) };

  it('keep out what Grafana would refuse or misread', () => {
    const refused = [
      // @ts-expect-error -- alerting reads no nullable times
      frame({ type: 'timeseries-multi', time: nullableTimes([1, null]), value }),
      // @ts-expect-error -- a series is numbers or booleans
      frame({ type: 'timeseries-multi', time, value: { name: 'v', values: strings(['a']) } }),
      // @ts-expect-error -- a series has a time
      frame({ type: 'timeseries-multi', value }),
      // @ts-expect-error -- a number stands alone
      frame({ type: 'numeric-multi', value }),
      // @ts-expect-error -- rows are told apart by texts
      frame({ type: 'numeric-long', keys: [value], value }),
      // @ts-expect-error -- no data of what?
      frame({ type: 'no-data' }),
      // @ts-expect-error -- type and version are written by encodeFrame
      frame({ type: 'table', fields: [], meta: { typeVersion: [0, 0] } }),
      // @ts-expect-error -- another severity fails the whole response
      frame({ type: 'table', fields: [], meta: { notices: [{ severity: 'fatal', text: '' }] } }),
      // @ts-expect-error -- a list is not a column: build one
      frame({ type: 'table', fields: [{ name: 'v', values: [1, 2] }] }),
    ];
    expect(refused).toHaveLength(9);
  });

  it('let the right ones in', () => {
    for (const right of [
      frame({ type: 'timeseries-multi', time, value }),
      frame({ type: 'table', fields: [{ name: 't', values: nullableTimes([null]) }] }),
    ]) {
      expect(encodeFrame(right).bytes.length).toBeGreaterThan(0);
    }
  });
});
