import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { pluginFolders, readJson } from '../../scripts/lib/layout.ts';
import { root } from '../../scripts/lib/run.ts';
import { builtFiles, requireDist } from './dist.ts';

/** Modules that Grafana 12's loader resolves, and SystemJS's own `module`. */
const provided = [
  'module',
  'react',
  'react-dom',
  'react/jsx-runtime',
  '@grafana/data',
  '@grafana/ui',
  '@grafana/runtime',
  '@emotion/css',
  'rxjs',
  'lodash',
  'i18next',
];

/** Stands for any class, function or value of a shared library. */
function anything(): unknown {
  const target = function (): void {
    // Constructed and called, never looked into.
  };
  const stand: unknown = new Proxy(target, {
    get(_, key) {
      if (key === Symbol.toPrimitive) {
        return () => 'anything';
      }
      return key === 'prototype' ? {} : key === '__esModule' ? true : stand;
    },
    construct: () => stand as object,
    apply: () => stand,
  });
  return stand;
}

interface Loaded {
  dependencies: string[];
  exports: unknown;
  /** Addresses of the chunks that it asked the page for. */
  chunks: string[];
}

/** React, of which a lazy part is wanted at once. */
const eagerReact = {
  __esModule: true,
  memo: (part: unknown): unknown => part,
  lazy: (part: () => Promise<unknown>): string => {
    void part();
    return 'a lazy part';
  },
};

/** Evaluates dist/FOLDER/module.js as Grafana's loader does: one call of `define`, with the shared libraries. */
function load(folder: string, uri: string): Loaded {
  const code = readFileSync(join(requireDist(), folder, 'module.js'), 'utf8');
  const chunks: string[] = [];
  const found: Loaded[] = [];
  const define = (dependencies: string[], factory: (...modules: unknown[]) => unknown): void => {
    const modules = dependencies.map((name) =>
      name === 'module' ? { id: null, uri } : name === 'react' ? eagerReact : anything()
    );
    found.push({ dependencies, exports: factory(...modules), chunks });
  };
  const page = {
    createElement: () => ({ setAttribute: () => undefined }),
    getElementsByTagName: () => [],
    head: { appendChild: (element: { src: string }) => chunks.push(element.src) },
  };
  const window = { location: { origin: 'http://grafana' } };
  runInNewContext(code, { define, document: page, window, setTimeout: () => 0 });
  expect(found).toHaveLength(1);
  return found[0]!;
}

test.each(pluginFolders)(
  'dist/%s/module.js defines one AMD module of shared libraries that exports `plugin`',
  (folder) => {
    const { dependencies, exports } = load(folder, 'http://grafana/public/plugins/x/module.js?_cache=1');
    expect(dependencies.filter((name) => !provided.includes(name))).toEqual([]);
    expect(dependencies).toContain('module');
    expect(Object.keys(exports as object)).toEqual(['plugin']);
  }
);

test.each(pluginFolders)(
  'dist/%s carries no package: nothing shared is there twice, and no licence is owed',
  (folder) => {
    const maps = builtFiles().filter((file) => file.endsWith('.js.map') && file.startsWith(folder));
    expect(maps).not.toHaveLength(0);
    for (const file of maps) {
      const { sources } = readJson(join(requireDist(), file)) as { sources: string[] };
      expect(sources.filter((source) => source.includes('node_modules'))).toEqual([]);
    }
  }
);

test.each(builtFiles().filter((file) => file.endsWith('.js')))('dist/%s has its source map', (file) => {
  const code = readFileSync(join(requireDist(), file), 'utf8');
  const map = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code)?.[1]?.split('?')[0] ?? '';
  expect(existsSync(join(requireDist(), file, '..', map))).toBe(true);
  const { sources, sourcesContent } = readJson(join(requireDist(), file, '..', map)) as {
    sources: string[];
    sourcesContent: string[];
  };
  sources.forEach((source, idx) => {
    // The check for the catalogue reads them so: the app's name, then a path from src/.
    const path = source.replace(/^webpack:\/\/driftglass-monitor-app\//, '').replace(/\?.*$/, '');
    if (!/^(external|webpack\/)/.test(path)) {
      expect(sourcesContent[idx]).toBe(readFileSync(join(root, 'src', path), 'utf8'));
    }
  });
});

test.each(['http://grafana/public/plugins/driftglass-monitor-app/', 'https://cdn/sub/path/'])(
  "the app's page is a chunk beside its module, wherever that is: %s",
  (base) => {
    const { chunks } = load('', `${base}module.js?_cache=0.1.0`);
    expect(chunks).toHaveLength(1);
    const chunk = chunks[0]!;
    expect(chunk.startsWith(base)).toBe(true);
    expect(chunk).toMatch(/\.js\?_cache=[0-9a-f]+$/);
    expect(builtFiles()).toContain(chunk.slice(base.length).split('?')[0]);
  }
);
