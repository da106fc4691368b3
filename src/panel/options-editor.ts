import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { defaultOptions, mostCategories, type ProfilePanelOptions } from './options.ts';

const bars = ['Bars'];
const categories = ['Categories'];

/** The panel's options in Grafana's editor. */
export function buildOptions(builder: PanelOptionsEditorBuilder<ProfilePanelOptions>): void {
  builder
    .addTextInput({
      path: 'profile',
      name: 'Profile',
      description: 'Name of the profile to show first when a query answers several; variables are replaced.',
      defaultValue: defaultOptions.profile,
      settings: { placeholder: 'Auto = first' },
    })
    .addRadio({
      path: 'xScale',
      name: 'Scale of the values',
      category: bars,
      description: 'Log takes the symmetric scale where not all values are positive: it is linear around zero.',
      defaultValue: defaultOptions.xScale,
      settings: {
        options: [
          { value: 'linear', label: 'Linear' },
          { value: 'log', label: 'Log' },
          { value: 'symlog', label: 'Symmetric log' },
        ],
      },
    })
    .addRadio({
      path: 'yMode',
      name: 'Height',
      category: bars,
      description: 'Auto: shares where bins have one width, densities where widths differ.',
      defaultValue: defaultOptions.yMode,
      settings: {
        options: [
          { value: 'auto', label: 'Auto' },
          { value: 'count', label: 'Count' },
          { value: 'share', label: 'Share' },
          { value: 'density', label: 'Density' },
        ],
      },
    })
    .addRadio({
      path: 'baselineStyle',
      name: 'Baseline',
      category: bars,
      defaultValue: defaultOptions.baselineStyle,
      settings: {
        options: [
          { value: 'outline', label: 'Outline' },
          { value: 'filled', label: 'Filled' },
          { value: 'hidden', label: 'Hidden' },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'showSpecialValues',
      name: 'Missing and special values',
      category: bars,
      description: 'Separate bars for null, NaN and infinite values.',
      defaultValue: defaultOptions.showSpecialValues,
    })
    .addBooleanSwitch({
      path: 'showContributions',
      name: 'Contributions',
      category: bars,
      description: "Each bin's share of the distance.",
      defaultValue: defaultOptions.showContributions,
    })
    .addSelect({
      path: 'categoryOrder',
      name: 'Order',
      category: categories,
      defaultValue: defaultOptions.categoryOrder,
      settings: {
        options: [
          { value: 'contribution', label: 'Contribution' },
          { value: 'frequency', label: 'Frequency' },
          { value: 'baseline', label: 'Frequency in the baseline' },
        ],
      },
    })
    .addSliderInput({
      path: 'maxCategories',
      name: 'Rows at most',
      category: categories,
      description: 'The others are one row together.',
      defaultValue: defaultOptions.maxCategories,
      settings: { min: 1, max: mostCategories, step: 1 },
    });
}
