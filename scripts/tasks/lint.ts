// Style, types of promises and casts, and the house's doors.
import { mustRunNode, packageProgram } from '../lib/run.ts';

mustRunNode([packageProgram('eslint/bin/eslint.js'), '--max-warnings=0', '.']);
mustRunNode([packageProgram('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
mustRunNode([
  packageProgram('dependency-cruiser/bin/dependency-cruiser.mjs'),
  '--config=.dependency-cruiser.cjs',
  'pkg',
  'src',
  'scripts',
  'bench',
  'tests',
]);
