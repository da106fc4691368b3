import type { PanelMigrationHandler, PanelTypeChangedHandler } from '@grafana/data';
import type { ProfilePanelOptions } from './options.ts';
import { parseOptions } from './parse-options.ts';

/** Options of any earlier version, completed. There is one version so far; running it twice changes nothing. */
export function migrateOptions({
  options,
}: Pick<Parameters<PanelMigrationHandler>[0], 'options'>): ProfilePanelOptions {
  return parseOptions(options);
}

/** When a person switches from another panel: a histogram goes on to show counts. */
export const takeOver: PanelTypeChangedHandler = (panel, previousPlugin): Partial<ProfilePanelOptions> => {
  const options = parseOptions(panel.options);
  return previousPlugin === 'histogram' ? { ...options, yMode: 'count' } : options;
};
