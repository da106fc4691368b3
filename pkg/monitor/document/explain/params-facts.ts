import { corrected, same, type ShapeFacts } from './fact.ts';

const chain =
  'Earlier results are computed again from fixed points in time instead of being read from a store, so that the first ones after such a point may differ.';

const order = same('Order of the model.');

/** The `params` of the analyzers that read some. */
export const paramsShapes = {
  stddev: {
    name: 'params of stddev',
    keys: {
      enableAlertsFilter: corrected(`Leaves out baseline batches that alerted. ${chain}`),
      enableAnomalyReplacement: corrected(
        `Replaces anomalous baseline values. The numbers are drawn from a seed, on either side of the mean; WhyLabs drew them at random, always above it. ${chain}`
      ),
      enableGrubb: same("Removes outliers by Grubbs' test."),
      grubbSignificance: same('0.95 where absent.'),
      alpha: same('Spread of replacements; 0.05 where absent.'),
      lambdaKeep: same('Share of the measured value in a replacement; 0.5 where absent.'),
      seed: corrected(
        'Not read: the seed is dataset, column, segment, batch and analyzer, so that a result is always the same.'
      ),
    },
  },
  seasonal: {
    name: 'params of seasonal',
    keys: {
      p: order,
      d: order,
      q: order,
      P: order,
      D: order,
      Q: order,
      m: corrected('Sets the period alone. WhyLabs set alpha to the same number too.'),
      alpha: same("Overrides the config's alpha."),
    },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;
