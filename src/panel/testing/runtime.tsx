import type { PanelDataErrorViewProps } from '@grafana/runtime';

/** Stands for Grafana's own view of an error, which only its application has. */
export function PanelDataErrorView({ message = 'No data' }: PanelDataErrorViewProps) {
  return <p>{message}</p>;
}
