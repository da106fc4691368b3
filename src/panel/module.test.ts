import {
  createDataFrame,
  type DataFrame,
  DataFrameType,
  FieldType,
  getPanelDataSummary,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  VisualizationSuggestionScore,
} from '@grafana/data';
import { plugin } from './module.ts';
import { defaultOptions } from './options.ts';
import { suggest } from './suggestions.ts';
import { pictures } from './testing/pictures.ts';

const editors = ['text', 'radio', 'boolean', 'select', 'slider', 'number', 'color', 'unit'];
standardEditorsRegistry.setInit(() => editors.map((id) => ({ id, name: id, editor: () => null })));
standardFieldConfigEditorRegistry.setInit(() => []);

describe('the plugin', () => {
  it('has the defaults of its options', () => {
    expect(plugin.defaults).toEqual(defaultOptions);
  });

  it('migrates, takes over and suggests', () => {
    expect(plugin.onPanelMigration).toBeDefined();
    expect(plugin.onPanelTypeChanged).toBeDefined();
  });
});

describe('suggestions', () => {
  const histogram = createDataFrame({
    meta: { type: DataFrameType.Histogram },
    fields: [{ name: 'xMin', type: FieldType.number, values: [0] }],
  });

  it.each<[string, DataFrame[], unknown]>([
    ['nothing', [], undefined],
    ['a frame of another type', [createDataFrame({ fields: [] })], undefined],
    ['a profile', pictures.shifted(), VisualizationSuggestionScore.Best],
    ['categories', pictures.categories(), VisualizationSuggestionScore.Best],
    ['a histogram of others', [histogram], VisualizationSuggestionScore.OK],
    ['both', [histogram, ...pictures.shifted()], VisualizationSuggestionScore.Best],
  ])('for %s', (_, frames, score) => {
    expect(suggest(getPanelDataSummary(frames))?.[0]?.score).toBe(score);
  });
});
