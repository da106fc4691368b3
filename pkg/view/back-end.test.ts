import { makeBackEnd } from './back-end.ts';

test('what does not start says so each time it is asked', async () => {
  const backEnd = makeBackEnd('/no/such/executable', {});
  const expected = { code: 'start', message: '/no/such/executable did not start: spawn /no/such/executable ENOENT' };
  await expect(backEnd.client()).rejects.toMatchObject(expected);
  await expect(backEnd.client()).rejects.toMatchObject(expected);
  await backEnd.stop();
});
