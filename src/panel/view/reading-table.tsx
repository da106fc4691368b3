import { useStyles2 } from '@grafana/ui';
import { memo } from 'react';
import type { Reading, Scene } from '../shape/scene.ts';
import { getHiddenStyle } from './visually-hidden.ts';

interface Props {
  caption: string;
  scene: Scene;
}

function cell(reading: Reading, label: string, side: 'target' | 'baseline'): string {
  return reading.rows.find((row) => row.label === label)?.[side] ?? 'none';
}

function shareOf(reading: Reading, side: 'target' | 'baseline'): string {
  const label = reading.rows.some((row) => row.label === 'Share') ? 'Share' : 'Of all rows';
  return cell(reading, label, side);
}

/** The same bars as a table, for screen readers and for tests. */
export const ReadingTable = memo(function ReadingTable({ caption, scene }: Props) {
  const hidden = useStyles2(getHiddenStyle);
  return (
    <div className={hidden}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Values</th>
            <th scope="col">Target count</th>
            <th scope="col">Target share</th>
            <th scope="col">Baseline count</th>
            <th scope="col">Baseline share</th>
            <th scope="col">Remarks</th>
          </tr>
        </thead>
        <tbody>
          {scene.items.map(({ reading }, idx) => (
            // Bars have no identity beside their place.
            <tr key={idx}>
              <th scope="row">{reading.title}</th>
              <td>{cell(reading, 'Count', 'target')}</td>
              <td>{shareOf(reading, 'target')}</td>
              <td>{cell(reading, 'Count', 'baseline')}</td>
              <td>{shareOf(reading, 'baseline')}</td>
              <td>{reading.remarks.join('. ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
