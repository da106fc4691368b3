import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { useEffect, useRef } from 'react';

/** The field's name among the errors of the page. */
const field = 'store.path';

/**
 * Keeps "Save & test" from saving what the back end would refuse. Grafana 12.4 and newer hand over the means; without
 * it the back end's own answer serves.
 *
 * @param onRefused called when a save was kept back
 */
export function useSaveGuard(
  validation: DataSourcePluginOptionsEditorProps['validation'],
  mistake: string | undefined,
  onRefused: () => void
): void {
  const current = useRef({ mistake, onRefused });
  useEffect(() => {
    current.current = { mistake, onRefused };
  });
  useEffect(
    () =>
      validation?.registerValidation(() => {
        const { mistake: text, onRefused: refused } = current.current;
        if (text === undefined) {
          validation.clearError(field);
          return true;
        }
        validation.setError(field, text);
        refused();
        return false;
      }),
    [validation]
  );
}
