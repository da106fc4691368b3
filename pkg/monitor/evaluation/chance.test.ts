import { on, profile, World } from './testing/world.ts';

const seasonal = {
  type: 'seasonal',
  algorithm: 'arima',
  metric: 'mean',
  minBatchSize: 30,
  // No result is kept as it is: each anomaly has a replacement, which chance chooses.
  alertFailureThreshold: 1,
  baseline: { type: 'TrailingWindow', size: 30 },
};

/** Forty days of two columns of the same values, of which the last day's are far off; York's as well. */
function world(): World {
  const made = new World();
  for (let i = 0; i < 40; i += 1) {
    const time = new Date(Date.UTC(2013, 0, 1 + i)).toISOString();
    const value = i >= 38 ? 1000 + i : 10 + Math.sin(i) + (i % 7);
    const city = { segmentTags: { city: 'york' } };
    made.put(time.slice(0, 10), profile(time, [{ a: value, b: value }], city));
  }
  return made;
}

const asked = { from: '2013-02-08', to: '2013-02-10' };
const target = {
  targetMatrix: {
    type: 'column',
    include: ['a', 'b'],
    segments: [{ tags: [] }, { tags: [{ key: 'city', value: 'york' }] }],
  },
};

async function replacement(day: string, subject: string): Promise<number> {
  const { record } = on(await world().judge(seasonal, target, asked), day, subject);
  expect(record?.anomalyCount).toBe(1);
  return record?.seasonal_replacement ?? NaN;
}

it('what chance chooses is the same at every asking', async () => {
  expect(await replacement('02-08', 'a')).toBe(await replacement('02-08', 'a'));
});

it('what chance chooses is another for another column and another segment', async () => {
  const all = [
    await replacement('02-08', 'a'),
    await replacement('02-08', 'b'),
    await replacement('02-08', 'a city=york'),
  ];
  expect(all.every(Number.isFinite)).toBe(true);
  expect(new Set(all).size).toBe(3);
});
