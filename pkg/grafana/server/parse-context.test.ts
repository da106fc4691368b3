import { create } from '@bufbuild/protobuf';

import { PluginContextSchema } from '../gen/backend_pb.js';
import { thrownBy } from '../testing/thrown-by.ts';
import { parseCaller, parseSettings } from './parse-context.ts';

function withJsonData(text: string) {
  const jsonData = new TextEncoder().encode(text);
  return create(PluginContextSchema, { orgId: 2n, dataSourceInstanceSettings: { uid: 'u', jsonData } });
}

describe('parseSettings', () => {
  it('reads a data source whole', () => {
    const settings = parseSettings(
      create(PluginContextSchema, {
        orgId: 2n,
        dataSourceInstanceSettings: {
          uid: 'u',
          name: 'n',
          url: 'http://x',
          user: 'me',
          database: 'd',
          basicAuthEnabled: true,
          basicAuthUser: 'b',
          jsonData: new TextEncoder().encode('{"a":1}'),
          decryptedSecureJsonData: { token: 't' },
          lastUpdatedMS: 1_767_236_400_000n,
        },
      })
    );
    expect(settings).toEqual({
      kind: 'datasource',
      orgId: 2,
      uid: 'u',
      name: 'n',
      url: 'http://x',
      user: 'me',
      database: 'd',
      basicAuthEnabled: true,
      basicAuthUser: 'b',
      jsonData: { a: 1 },
      secrets: new Map([['token', 't']]),
      lastUpdatedMs: 1_767_236_400_000,
    });
    expect(JSON.stringify(settings)).not.toContain('"t"');
  });

  it('reads an app', () => {
    expect(parseSettings(create(PluginContextSchema, { orgId: 3n, appInstanceSettings: {} }))).toEqual({
      kind: 'app',
      orgId: 3,
      jsonData: {},
      secrets: new Map(),
      lastUpdatedMs: 0,
    });
  });

  it.each(['', ' ', 'null', '{}'])('takes %j for settings without content', (text) => {
    expect(parseSettings(withJsonData(text)).jsonData).toEqual({});
  });

  it.each(['{', '[1]', '"x"', '7', 'true'])('refuses %s', (text) => {
    expect(thrownBy(() => parseSettings(withJsonData(text)))).toMatchObject({
      code: 'settings',
      status: 400,
      source: 'downstream',
      message: 'the settings (jsonData) are not a JSON object: save them again',
    });
  });

  it.each([undefined, create(PluginContextSchema)])('refuses a call without settings', (context) => {
    expect(thrownBy(() => parseSettings(context))).toMatchObject({
      status: 400,
      message: 'the call carries no settings: ask through a data source or an app',
    });
  });
});

describe('parseCaller', () => {
  it('does with nothing', () => {
    const nobody = { orgId: 0, user: null, grafanaConfig: new Map() };
    expect(parseCaller(undefined)).toEqual(nobody);
    expect(parseCaller(create(PluginContextSchema))).toEqual(nobody);
  });

  it('reads the user and the configuration', () => {
    const context = create(PluginContextSchema, {
      orgId: 1n,
      user: { login: 'grafana_scheduler', role: 'Admin' },
      grafanaConfig: { GF_APP_URL: 'x' },
    });
    expect(parseCaller(context)).toEqual({
      orgId: 1,
      user: { login: 'grafana_scheduler', name: '', email: '', role: 'Admin' },
      grafanaConfig: new Map([['GF_APP_URL', 'x']]),
    });
  });
});
