import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'dist',
    'dist-dev',
    'dist-library',
    'dist-view',
    'dist-package',
    '.mutation',
    'node_modules',
    'coverage',
    '**/gen',
    '**/*.js',
    '**/*.mjs',
    '**/*.cjs',
  ]),
  typescript.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './pkg/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and booleans in messages are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // An arrow that returns a void call is how callbacks are written here.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A method may be async to satisfy an interface that is asynchronous elsewhere (a store over HTTP).
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Tests reach into loosely typed answers, and jest's matchers are typed with unbound methods.
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Programs for a terminal: they print.
    files: ['scripts/**', 'bench/**', 'pkg/command/**'],
    rules: { 'no-console': 'off' },
  },
  prettier
);
