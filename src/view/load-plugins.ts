/// <reference types="systemjs" />
import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import 'systemjs/dist/extras/named-register.js';
import * as emotionCss from '@emotion/css';
import * as grafanaData from '@grafana/data';
import type { DataSourcePlugin, PanelPlugin, PluginMeta } from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as i18next from 'i18next';
import lodash from 'lodash';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as rxjs from 'rxjs';

/** What Grafana hands to plugins, as far as they ask for it; the parts of @grafana/runtime that only its application has are given by us. */
export function shareLibraries(stand: object): void {
  const shared: Record<string, object> = {
    '@emotion/css': emotionCss,
    '@grafana/data': grafanaData,
    '@grafana/runtime': { ...grafanaRuntime, ...stand },
    '@grafana/ui': grafanaUi,
    i18next,
    lodash: { ...lodash, default: lodash, __useDefault: true },
    react,
    'react/jsx-runtime': jsxRuntime,
    rxjs,
  };
  const names = Object.keys(shared).map((name) => [name, `package:${name}`]);
  Object.entries(shared).forEach(([name, module]) => System.set(`package:${name}`, module));
  System.addImportMap({ imports: Object.fromEntries(names) as Record<string, string> });
}

/** The plugin of a module.js, told what Grafana tells it. */
export async function loadPlugin(meta: PluginMeta): Promise<DataSourcePlugin<never> | PanelPlugin> {
  const url = new URL(`${meta.module}?_cache=${meta.info.version}`, document.baseURI).href;
  const module = await System.import<{ plugin: DataSourcePlugin<never> | PanelPlugin }>(url);
  return Object.assign(module.plugin, { meta });
}
