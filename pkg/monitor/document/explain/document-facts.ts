import { baselineShapes } from './baseline-facts.ts';
import { bookkeeping } from './bookkeeping.ts';
import { duration, weeks } from './duration-facts.ts';
import { entityShapes } from './entity-facts.ts';
import { corrected, ignored, same, type ShapeFacts } from './fact.ts';
import { monitorShapes } from './monitor-facts.ts';
import { scheduleShapes } from './schedule-facts.ts';
import { targetShapes } from './target-facts.ts';

/** All kinds of object but the configs, by the name the walk gives them. */
export const documentShapes = {
  document: {
    name: 'document',
    keys: {
      $schema: ignored('For editors.'),
      id: ignored('Read by nothing.'),
      schemaVersion: ignored('There is one.'),
      orgId: same('Stands in results.'),
      datasetId: same('Must be there; results name the dataset of the store.'),
      granularity: same('Batches in UTC; weeks begin on Monday.'),
      metadata: same('Its version stands in results.'),
      allowPartialTargetBatches: same(
        'The unfinished batch is analysed as soon as it has data and is ready; its verdict is provisional.'
      ),
      entitySchema: same('What it says wins over what the profiles say.'),
      weightConfig: same('See weights.'),
      analyzers: same(
        'Each that can run runs by itself. WhyLabs could not read the document at all if one analyzer had a wrong type.'
      ),
      monitors: same('See monitor.'),
    },
  },
  metadata: {
    name: 'metadata',
    keys: {
      version: same('Stands in results: monitorConfigVersion or analyzerConfigVersion.'),
      schemaVersion: bookkeeping,
      updatedTimestamp: bookkeeping,
      author: bookkeeping,
      description: bookkeeping,
    },
  },
  otherMetadata: {
    name: 'metadata of a monitor, the entitySchema and the weightConfig',
    keys: {
      version: bookkeeping,
      schemaVersion: bookkeeping,
      updatedTimestamp: bookkeeping,
      author: bookkeeping,
      description: bookkeeping,
    },
  },
  analyzer: {
    name: 'analyzer',
    keys: {
      id: same('Stands in results. Of two analyzers with one id the first runs.'),
      displayName: same('For people.'),
      tags: same('Stand in results.'),
      schedule: same('Held against the start of a batch, never against the clock. Absent: it never runs.'),
      disabled: same('True: does not run; a panel that names it shows it all the same.'),
      targetMatrix: same('See targetMatrix.'),
      targetSize: same('Buckets before the target are merged with it; monotonic looks at each.'),
      disableTargetRollup: same('True: each profile by itself.'),
      dataReadinessDuration: [
        weeks,
        ...corrected(
          "Counted from the batch's start, as in the guide and the batch job; WhyLabs' scheduler counted from its end. readinessClock chooses."
        ),
      ],
      batchCoolDownPeriod: duration('No verdict until so long after the last upload of the target or the baseline.'),
      backfillGracePeriodDuration: [
        weeks,
        ...corrected(
          'A range that is asked for is asked for whole, however old; backfillGrace keeps older batches out, as there: 30 days of hours and days, 190 days of weeks and months where absent.'
        ),
      ],
      config: same('See the kinds of config.'),
      metadata: same('Its version stands in results.'),
      version: same('Stands in results as analyzerVersion.'),
    },
  },
  ...scheduleShapes,
  ...targetShapes,
  ...baselineShapes,
  ...monitorShapes,
  ...entityShapes,
} as const satisfies Readonly<Record<string, ShapeFacts>>;
