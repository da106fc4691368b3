import type { DataSourceSettings, InstanceSettings } from '../settings.ts';
import { instanceKey, settingsHash } from './settings-key.ts';

const base: DataSourceSettings = {
  kind: 'datasource',
  orgId: 1,
  uid: 'u',
  name: 'n',
  url: '',
  user: '',
  database: '',
  basicAuthEnabled: false,
  basicAuthUser: '',
  jsonData: { a: 1 },
  secrets: new Map([
    ['token', 't'],
    ['other', 'o'],
  ]),
  lastUpdatedMs: 1000,
};

const app: InstanceSettings = { kind: 'app', orgId: 1, jsonData: {}, secrets: new Map(), lastUpdatedMs: 0 };

describe('instanceKey', () => {
  it('tells organisations, uids and kinds apart, and nothing else', () => {
    const keys = [base, { ...base, orgId: 2 }, { ...base, uid: 'v' }, { ...base, uid: '' }, app].map(instanceKey);
    expect(new Set(keys).size).toBe(5);
    expect(instanceKey({ ...base, jsonData: {}, lastUpdatedMs: 0 })).toBe(instanceKey(base));
  });
});

describe('settingsHash', () => {
  it.each<Partial<DataSourceSettings>>([
    { name: 'm' },
    { url: 'x' },
    { user: 'x' },
    { database: 'x' },
    { basicAuthEnabled: true },
    { basicAuthUser: 'x' },
    { jsonData: { a: 2 } },
    { lastUpdatedMs: 1001 },
    { secrets: new Map([['token', 'changed']]) },
    { secrets: new Map([['token', 't']]) },
  ])('changes with %j', (change) => {
    expect(settingsHash({ ...base, ...change })).not.toBe(settingsHash(base));
  });

  it('does not depend on the order of secrets', () => {
    const secrets = new Map([...base.secrets].reverse());
    expect(settingsHash({ ...base, secrets })).toBe(settingsHash(base));
  });
});
