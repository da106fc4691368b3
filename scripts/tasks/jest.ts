// Jest with the pinned Node: `npm run jest -- pkg/sketch` for a part.
import { mustRunNode, packageProgram } from '../lib/run.ts';

mustRunNode([packageProgram('jest/bin/jest.js'), ...process.argv.slice(2)]);
