import { isJsonObject } from '../../../contract/index.ts';
import { bookkeeping } from './bookkeeping.ts';
import { duration, weeks } from './duration-facts.ts';
import { active, corrected, ignored, type KeyFacts, same, type ShapeFacts, when } from './fact.ts';

const notSent: KeyFacts = [{ verdict: 'not done', text: "Grafana's contact points notify." }];

/** Of digests; the job of WhyLabs' engine looked at it, its scheduler did not (spec/analyzers.md e.3). */
function ofEveryDigest(text: string): KeyFacts {
  return corrected(`${text} WhyLabs' scheduler did not apply it.`);
}

/** Who hears of what. */
export const monitorShapes = {
  monitor: {
    name: 'monitor',
    keys: {
      id: same('Stands in results and labels.'),
      displayName: same('For people.'),
      tags: same('For people.'),
      analyzerIds: corrected(
        "Every monitor that names an analyzer hears of it; WhyLabs' scheduler served the first alone."
      ),
      schedule: [
        when(
          'type immediate',
          (value) => isJsonObject(value) && value['type'] === 'immediate',
          same('Speaks of the newest batch.')
        ),
        ...corrected(
          "Its exclusion ranges silence the monitor; when it is asked is Grafana's affair, so one without a schedule speaks too. WhyLabs' scheduler did not look at it at all."
        ),
      ],
      disabled: corrected("True: tells nobody. WhyLabs' scheduler did not look at it."),
      severity: same('A label; 3 where absent.'),
      mode: same('See the modes.'),
      actions: [
        when('an empty list', (value) => Array.isArray(value) && value.length === 0, same('Nobody is told.')),
        {
          verdict: 'not done',
          text: "Grafana's contact points notify. Each action becomes a label that their policies can match: action_<target> of a global one, action_<type> of another.",
        },
      ],
      metadata: bookkeeping,
    },
  },
  DIGEST: {
    name: 'mode DIGEST',
    keys: {
      type: same('One message for all anomalies, with a sample of at most 100, the newest.'),
      filter: same('See filter.'),
      datasetTimestampOffset: duration('Anomalies of older batches are left out; equal is kept.'),
      creationTimeOffset: [
        weeks,
        ...corrected(
          'Anomalies found earlier are left out. A result counts as found when its batch was ready and its last profile there. A text that is no duration is an error; WhyLabs took it for zero, and its scheduler did not apply it.'
        ),
      ],
      groupBy: ignored('In the schema, read by nothing.'),
    },
  },
  EVERY_ANOMALY: {
    name: 'mode EVERY_ANOMALY',
    keys: {
      type: same('One message for each anomaly.'),
      filter: active(
        'Columns, metrics and weights are filtered. WhyLabs took the filter and never applied it in this mode.'
      ),
    },
  },
  filter: {
    name: 'filter',
    keys: {
      includeColumns: same('Keeps these.'),
      excludeColumns: same('Drops these; wins over includeColumns.'),
      includeMetrics: [
        when(
          'names with "_" for "."',
          isWrittenPlainly,
          corrected('classification_f1 and classification.f1 are one metric. WhyLabs compared the texts.')
        ),
        ...same('Keeps these.'),
      ],
      minWeight: same('Drops columns with less or no weight.'),
      maxWeight: same('Drops columns with more; no weight passes.'),
      minAlertCount: ofEveryDigest('Drops the digest with fewer anomalies.'),
      maxAlertCount: ofEveryDigest('Drops the digest with more anomalies.'),
      minTotalWeight: ofEveryDigest('Drops the digest with less or no weight.'),
      maxTotalWeight: ofEveryDigest('Drops the digest with more; no weight passes.'),
      minRankByWeight: ignored('In the schema, not implemented.'),
      maxRankByWeight: ignored('In the schema, not implemented.'),
    },
  },
  action: { name: 'action', keys: { type: notSent, target: notSent } },
} as const satisfies Readonly<Record<string, ShapeFacts>>;

function isWrittenPlainly(value: unknown): boolean {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return names.some((name) => typeof name === 'string' && /^(classification|regression)_/.test(name));
}
