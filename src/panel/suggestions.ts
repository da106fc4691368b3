import {
  DataFrameType,
  type PanelDataSummary,
  type VisualizationSuggestion,
  VisualizationSuggestionScore,
} from '@grafana/data';
import { categoriesFrame, histogramFrame } from '../../pkg/contract/index.ts';
import type { ProfilePanelOptions } from './options.ts';

/** Suggests the panel for profiles, and less so for histograms of others. */
export function suggest(summary: PanelDataSummary): VisualizationSuggestion<ProfilePanelOptions>[] | undefined {
  const types = (summary.rawFrames ?? []).map(({ meta }): string => meta?.type ?? '');
  if (types.some((type) => type === histogramFrame || type === categoriesFrame)) {
    return [{ name: 'Profile', score: VisualizationSuggestionScore.Best }];
  }
  // A method of the summary: it needs its `this`.
  return summary.hasDataFrameType(DataFrameType.Histogram) ? [{ score: VisualizationSuggestionScore.OK }] : undefined;
}
