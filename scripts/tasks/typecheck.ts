import { mustRunNode, packageProgram } from '../lib/run.ts';

for (const project of ['tsconfig.json', 'pkg/tsconfig.json']) {
  mustRunNode([packageProgram('typescript/bin/tsc'), '--project', project]);
}
