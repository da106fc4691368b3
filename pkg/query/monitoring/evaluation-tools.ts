import type { EvaluationTools, JudgementCache } from '../../monitor/index.ts';
import type { BatchFactsOutcome } from '../../timeline/index.ts';
import { RequestError } from '../error.ts';
import type { UnitContext } from '../unit-context.ts';
import { membersAt, readBatch, throwIfCancelled } from '../unit-context.ts';

async function readFacts(context: UnitContext, members: readonly number[]): Promise<BatchFactsOutcome> {
  throwIfCancelled(context);
  const facts = await context.reader.facts(membersAt(context.plan, members));
  if (facts.kind === 'failed' && context.plan.request.isAlert) {
    throw new RequestError('unreadable-profile', `a profile of this rule cannot be read: ${facts.reason}`);
  }
  return facts;
}

/**
 * What the engine evaluates with: reading, the cache, the way to stop. Everything throws RequestError cancelled, and
 * unreadable-profile for an alert rule.
 */
export function evaluationTools(context: UnitContext, cache: JudgementCache, wantsCells: boolean): EvaluationTools {
  return {
    source: {
      column: (members, column, wanted) => readBatch(context, members, column, wanted),
      facts: (members) => readFacts(context, members),
    },
    cache,
    wantsCells,
    checkpoint: () => throwIfCancelled(context),
  };
}
