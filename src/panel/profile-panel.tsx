import type { PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { ScrollContainer, Text } from '@grafana/ui';
import { describeFrame } from './frame-description.ts';

/** Says which frames arrived, until the distributions are drawn. */
export function ProfilePanel({ data, id, fieldConfig, width, height }: PanelProps) {
  if (data.series.length === 0) {
    return <PanelDataErrorView panelId={id} fieldConfig={fieldConfig} data={data} />;
  }
  return (
    <div style={{ width, height }}>
      <ScrollContainer>
        <ul aria-label="Frames">
          {data.series.map(describeFrame).map(({ name, type, rows, fields }, idx) => (
            // Frames have no identity of their own: neither name nor refId need be unique.
            <li key={idx}>
              <Text element="p" weight="medium">
                {name}: {type}, {rows} {rows === 1 ? 'row' : 'rows'}
              </Text>
              <Text element="p" variant="bodySmall">
                {fields.join(', ')}
              </Text>
            </li>
          ))}
        </ul>
      </ScrollContainer>
    </div>
  );
}
