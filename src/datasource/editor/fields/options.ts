import type { ComboboxOption } from '@grafana/ui';
import type { ProfilesSource } from '../../source.ts';

/** The dashboard's variables as choices. */
export function variableOptions(source: ProfilesSource): Array<ComboboxOption> {
  return source.variableNames().map((value) => ({ value, description: 'dashboard variable' }));
}
