import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { dayMs, MemoryEngine } from './memory-engine.ts';
import { documentOf, someDocument } from './random-documents.ts';
import { dayCount, firstMs, someFiles, storeOf } from './random-world.ts';

/** Hashes of everything that some documents say of some stores: the same in every process. */
export async function sampleVerdicts(): Promise<string> {
  const samples = fc.sample(fc.tuple(someFiles, someDocument), { seed: 7, numRuns: 40 });
  const lines: string[] = [];
  for (const [specs, analyzers] of samples) {
    const monitor = documentOf(analyzers);
    const engine = new MemoryEngine(storeOf(specs));
    const model = { datasetId: 'd', monitor, analyzerId: 'analyzer-1' };
    const hash = createHash('sha256');
    for (const kind of [{ kind: 'analysis' }, { kind: 'monitor', mode: 'table' }]) {
      const nowMs = firstMs + 30 * dayMs;
      const cells = await engine.cells({ ...model, ...kind }, firstMs, firstMs + dayCount * dayMs, { nowMs });
      hash.update(JSON.stringify([...cells]));
    }
    lines.push(hash.digest('hex'));
  }
  return lines.join('\n');
}
