import type { ProfilesSource } from '../../source.ts';

/** What the fields have in common that ask the store for their choices. */
export interface PickerProps {
  id: string;
  source: ProfilesSource;
  /** Variables replaced; empty while none is chosen. */
  datasetId: string;
  /** What the back end would say of the value. */
  mistake?: string | undefined;
}
