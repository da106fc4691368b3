import { dateHint } from './index.ts';

// Epoch milliseconds from `date -u -d … +%s`.
describe('the day that a path names', () => {
  it.each([
    ['2013-03-08', 1362700800000],
    ['flights/2013-03-08/EWR.bin', 1362700800000],
    ['flights/profile.2013-03-08.bin', 1362700800000],
    ['flights/profile.2013-03-08_23-59.bin', 1362700800000],
    ['org-0-model-1-2013-03-08T210425.402-8MqWXf8w.bin', 1362700800000],
    ['profile_2013-03-08 00:33:40.737000+00:00.bin', 1362700800000],
    ['a-2012-02-29.bin', 1330473600000],
    ['1970-01-01.bin', 0],
    ['1969-12-31.bin', -86400000],
    ['0001-01-01.bin', -62135596800000],
    ['-2013-03-08.bin', 1362700800000],
    ['2013-03-08/2013-03-09.bin', 1362700800000],
  ])('%p', (key, startMs) => {
    expect(dateHint(key)).toEqual({ startMs, endMs: startMs + 24 * 60 * 60 * 1000 });
  });

  it.each([
    '',
    'flights/EWR.bin',
    '2013-3-8.bin',
    '20130308.bin',
    '2013/03/08.bin',
    '12013-03-08.bin',
    '2013-03-081.bin',
    '2013-00-08.bin',
    '2013-13-08.bin',
    '2013-03-00.bin',
    '2013-03-32.bin',
    '2013-02-29.bin',
    '2012-02-30.bin',
    '2013-04-31.bin',
    '2013-02-30/2013-03-08.bin',
    '٢٠١٣-٠٣-٠٨.bin',
  ])('%p names none', (key) => {
    expect(dateHint(key)).toBeNull();
  });
});
