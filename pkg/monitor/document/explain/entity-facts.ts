import { bookkeeping } from './bookkeeping.ts';
import { active, ignored, same, type ShapeFacts } from './fact.ts';

/** What a document says of columns: their types and weights. */
export const entityShapes = {
  entitySchema: {
    name: 'entitySchema',
    keys: {
      columns: same(
        'What it says wins; the rest is inferred at every evaluation, from the baseline, else from the target.'
      ),
      customMetrics: active(
        "The engine's analyzers knew built-in metrics alone; these can be named by any analyzer here."
      ),
      modelType: ignored('Read by nothing.'),
      metrics: ignored('An older name, null in exports.'),
      metadata: bookkeeping,
    },
  },
  column: {
    name: 'column of the entitySchema',
    keys: {
      discreteness: same('Decides group:discrete and group:continuous.'),
      dataType: ignored('No analyzer looks at it. Any case; integer and bool are taken too.'),
      classifier: same(
        'Decides group:input and group:output; input where absent. A column that is not listed is an output when its name contains "output", in any case.'
      ),
      hidden: same('True: not analysed.'),
      tags: ignored('Read by nothing.'),
    },
  },
  customMetric: {
    name: 'custom metric',
    keys: {
      label: same('For people.'),
      column: same('Its column.'),
      builtinMetric: same('One of the built-in metrics.'),
    },
  },
  weightConfig: {
    name: 'weightConfig',
    keys: {
      defaultWeights: same('For segments and columns without a weight of their own.'),
      segmentWeights: same('The first entry of the same segment counts.'),
      metadata: bookkeeping,
    },
  },
  weights: {
    name: 'weights',
    keys: {
      segment: same('Absent: the whole dataset.'),
      weights: same('By column; none is not 0.'),
      metadata: bookkeeping,
    },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;
