import { createDataFrame, DataFrameType, FieldType, LoadingState, type PanelProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { describeFrame } from './frame-description.ts';
import { ProfilePanel } from './profile-panel.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  // Grafana fills it in at run time.
  PanelDataErrorView: () => 'No data',
}));

const histogram = createDataFrame({
  name: 'dep_delay',
  refId: 'A',
  meta: { type: DataFrameType.Histogram },
  fields: [
    { name: 'xMin', type: FieldType.number, values: [0] },
    { name: 'share', type: FieldType.number, values: [null] },
  ],
});

function show(series: PanelProps['data']['series']): void {
  const props = { id: 1, width: 300, height: 200, fieldConfig: { defaults: {}, overrides: [] } };
  render(<ProfilePanel {...(props as unknown as PanelProps)} data={{ series, state: LoadingState.Done } as never} />);
}

test.each([
  [histogram, { name: 'dep_delay', type: 'histogram', rows: 1, fields: ['xMin (number)', 'share (number)'] }],
  [createDataFrame({ refId: 'B', fields: [] }), { name: 'B', type: 'no type', rows: 0, fields: [] }],
  [createDataFrame({ fields: [] }), { name: 'unnamed', type: 'no type', rows: 0, fields: [] }],
])('describeFrame', (frame, description) => {
  expect(describeFrame(frame)).toEqual(description);
});

test('each frame is told', () => {
  show([histogram, createDataFrame({ refId: 'B', fields: [] })]);
  const frames = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(frames).toEqual(['dep_delay: histogram, 1 rowxMin (number), share (number)', 'B: no type, 0 rows']);
});

test("without frames it is Grafana's own view that says so", () => {
  show([]);
  expect(screen.getByText('No data')).toBeInTheDocument();
});
