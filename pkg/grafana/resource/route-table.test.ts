import { thrownBy } from '../testing/thrown-by.ts';
import type { ResourceHandler } from './resource.ts';
import { RouteTable } from './route-table.ts';

const handlers: Record<string, ResourceHandler<null>> = Object.fromEntries(
  ['list', 'add', 'one', 'special', 'deep'].map((name) => [name, () => ({ kind: 'json', value: name })])
);

function table(): RouteTable<null> {
  const routes = new RouteTable<null>();
  const route = (method: 'GET' | 'POST', path: string, name: string) =>
    routes.route(method, path, handlers[name] ?? (() => ({ kind: 'empty' })));
  route('GET', 'sets/:set', 'one');
  route('GET', '/sets/', 'list');
  route('POST', 'sets', 'add');
  route('GET', 'sets/special', 'special');
  route('GET', 'sets/:set/columns/:column', 'deep');
  return routes;
}

describe('RouteTable', () => {
  it.each([
    ['GET', ['sets'], 'list', []],
    ['POST', ['sets'], 'add', []],
    ['GET', ['sets', 'a b'], 'one', [['set', 'a b']]],
    ['GET', ['sets', 'special'], 'special', []],
    [
      'GET',
      ['sets', '__proto__', 'columns', 'größe'],
      'deep',
      [
        ['set', '__proto__'],
        ['column', 'größe'],
      ],
    ],
  ])('%s %j leads to %s', (method, segments, name, params) => {
    const match = table().match(method, segments);
    expect(match).toMatchObject({ kind: 'found', method, handler: handlers[name] });
    expect(match.kind === 'found' && [...match.params]).toEqual(params);
  });

  it.each([[[]], [['other']], [['sets', 'a', 'columns']], [['sets', 'a', 'columns', 'b', 'c']]])(
    'knows nothing at %j',
    (segments) => {
      expect(table().match('GET', segments)).toEqual({ kind: 'no-path' });
    }
  );

  it.each(['DELETE', 'TRACE', 'get', ''])('says what a path answers when asked with %j', (method) => {
    expect(table().match(method, ['sets'])).toEqual({ kind: 'no-method', allowed: ['GET', 'POST'] });
  });

  it('refuses a route that is there, also under another name of its parameter', () => {
    expect(thrownBy(() => table().route('GET', 'sets/:other', () => ({ kind: 'empty' })))).toMatchObject({
      name: 'GrafanaError',
      code: 'route',
      message: 'GET sets/:other is routed twice: remove one',
    });
  });
});
