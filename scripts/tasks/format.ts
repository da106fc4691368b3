import { mustRunNode, packageProgram } from '../lib/run.ts';

mustRunNode([packageProgram('prettier/bin/prettier.cjs'), '--write', '--log-level=warn', '.']);
