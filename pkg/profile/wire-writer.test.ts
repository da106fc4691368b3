import { WireWriter } from './wire-writer.ts';

// Expected bytes by hand from the protobuf encoding rules.
test.each<[string, WireWriter, number[]]>([
  ['nothing', new WireWriter(), []],
  ['0', new WireWriter().uint(1, 0), [0x08, 0x00]],
  ['300', new WireWriter().uint(1, 300), [0x08, 0xac, 0x02]],
  ['2^53 − 1', new WireWriter().uint(1, 2 ** 53 - 1), [0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]],
  ['field 16', new WireWriter().uint(16, 1), [0x80, 0x01, 0x01]],
  ['−1', new WireWriter().int64(2, -1n), [0x10, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ['a text', new WireWriter().text(2, 'é'), [0x12, 0x02, 0xc3, 0xa9]],
  ['a double', new WireWriter().double(3, 1), [0x19, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]],
  ['delimited bytes', new WireWriter().delimited(Uint8Array.of(7)), [0x01, 0x07]],
])('%s', (_, writer, bytes) => {
  expect([...writer.finish()]).toEqual(bytes);
});

test('the buffer grows', () => {
  const long = new Uint8Array(5000).fill(7);
  const bytes = new WireWriter().message(1, long).message(2, long).finish();
  expect(bytes.length).toBe(2 * (1 + 2 + 5000));
  expect([...bytes.subarray(0, 3)]).toEqual([0x0a, 0x88, 0x27]);
  expect(bytes.subarray(5003, 5006)).toEqual(Uint8Array.of(0x12, 0x88, 0x27));
});
