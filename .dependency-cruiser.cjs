/**
 * The house's doors (docs/architecture.md). A room may open itself and the rooms below it, and those by their
 * index.ts only. Anything else, and any circle, breaks the build.
 */
const rooms = {
  contract: [],
  sketch: [],
  grafana: [],
  cache: [],
  profile: ['sketch'],
  store: ['cache', 'profile'],
  timeline: ['store'],
  analyzer: ['sketch', 'contract'],
  monitor: ['analyzer', 'timeline'],
  query: ['monitor', 'grafana'],
  worker: ['query'],
  view: ['grafana'],
  command: ['worker', 'view'],
};

/** The rooms that `room` may open: those named above and all below them. */
function reachable(room) {
  const found = new Set(rooms[room]);
  for (const next of rooms[room]) {
    for (const below of reachable(next)) {
      found.add(below);
    }
  }
  return [...found].sort();
}

const roomRules = Object.keys(rooms).map((room) => {
  const allowed = [room, ...reachable(room)];
  return {
    name: `room-${room}`,
    comment: `${room} may open ${reachable(room).join(', ') || 'no other room'}`,
    severity: 'error',
    from: { path: `^pkg/${room}/` },
    to: { path: '^(pkg|src|scripts|bench|tests)/', pathNot: `^pkg/(${allowed.join('|')})/` },
  };
});

const doorRules = Object.keys(rooms).map((room) => ({
  name: `door-${room}`,
  comment: `${room} is entered by pkg/${room}/index.ts only`,
  severity: 'error',
  // Benchmarks and tests of whole parts go through the doors too; a room's own tests stand inside it.
  from: { path: '^(pkg|src|scripts|bench|tests)/', pathNot: `^pkg/${room}/` },
  to: {
    path: `^pkg/${room}/`,
    pathNot: [`^pkg/${room}/index\\.ts$`, ...(room === 'grafana' ? ['^pkg/grafana/frames\\.ts$'] : [])],
  },
}));

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-missing-module',
      severity: 'error',
      from: {},
      // amd-module is the loader's own module in Grafana, there only at run time.
      to: { couldNotResolve: true, pathNot: '^amd-module$' },
    },
    {
      name: 'query-takes-frames-only',
      comment: 'the protocol stays out of the queries: of pkg/grafana they see the door of its frames',
      severity: 'error',
      from: { path: '^pkg/query/' },
      to: { path: '^pkg/grafana/', pathNot: '^pkg/grafana/frames\\.ts$' },
    },
    {
      name: 'front-end-opens-contract-only',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^pkg/', pathNot: '^pkg/contract/index\\.ts$' },
    },
    {
      name: 'view-and-plugins-apart',
      comment: 'the page of `driftglass view` meets the plugins as Grafana does: built, over HTTP, and no other way',
      severity: 'error',
      from: { path: '^src/view/' },
      to: { path: '^(pkg/|src/(?!view/))' },
    },
    {
      name: 'plugins-and-view-apart',
      comment: 'the other direction',
      severity: 'error',
      from: { path: '^src/(?!view/)' },
      to: { path: '^src/view/' },
    },
    {
      name: 'product-does-not-open-tools',
      severity: 'error',
      from: { path: '^(src|pkg)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(scripts|bench|tests)/' },
    },
    ...roomRules,
    ...doorRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-dev|dist-view|dist-package|\.mutation|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'pkg/tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
};
