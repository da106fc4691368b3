import { sampleVerdicts } from './sample-verdicts.ts';

// Run by two-processes.test.ts.
process.stdout.write(await sampleVerdicts());
