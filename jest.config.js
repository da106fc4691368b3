// Dates in tests are UTC, as in the product.
process.env.TZ = 'UTC';

const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
  '^.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
};

/** Packages that are published as ES modules only; jest runs CommonJS, so they are transformed like our sources. */
const esModules = [
  '@grafana',
  '@bufbuild',
  'ol',
  'd3',
  'd3-.*',
  'delaunator',
  'robust-predicates',
  'internmap',
  'uuid',
  'marked',
  'react-calendar',
  'get-user-locale',
  'memoize',
  'mimic-function',
  '@wojtekmaj',
  '@react-hookz/web',
  '@ver0/deep-equal',
  'react-colorful',
  'rxjs',
];

const transformIgnorePatterns = [`node_modules/(?!(${esModules.join('|')})/)`];

export default {
  projects: [
    {
      displayName: 'pkg',
      testEnvironment: 'node',
      roots: ['<rootDir>/pkg', '<rootDir>/tests', '<rootDir>/scripts'],
      testMatch: ['**/*.test.ts'],
      transform,
      transformIgnorePatterns,
    },
    {
      displayName: 'src',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/src'],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      moduleNameMapper: { '\\.css$': '<rootDir>/src/jest-style.ts' },
      setupFilesAfterEnv: ['<rootDir>/src/jest-setup.ts'],
      transform,
      transformIgnorePatterns,
    },
  ],
};
