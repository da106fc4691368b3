import { FieldColorModeId, FieldConfigProperty, type SetFieldConfigOptionsArgs } from '@grafana/data';
import { defaultTargetColor } from './view/target-color.ts';

/** Standard options: unit and decimals of the values, colour of the target. */
export const fieldConfigOptions: SetFieldConfigOptionsArgs = {
  standardOptions: {
    [FieldConfigProperty.Color]: {
      defaultValue: { mode: FieldColorModeId.Fixed, fixedColor: defaultTargetColor },
      settings: { byValueSupport: false, bySeriesSupport: false },
    },
  },
  disableStandardOptions: [
    // The axis ends where the data end.
    FieldConfigProperty.Min,
    FieldConfigProperty.Max,
    FieldConfigProperty.FieldMinMax,
    // The threshold is the analyzer's.
    FieldConfigProperty.Thresholds,
    // Bars stand for ranges, which have no text, no link and no action of a value.
    FieldConfigProperty.Mappings,
    FieldConfigProperty.Links,
    FieldConfigProperty.Actions,
    // An empty panel is said by Grafana, a side that is absent in the verdict.
    FieldConfigProperty.NoValue,
    FieldConfigProperty.Filterable,
  ],
};
