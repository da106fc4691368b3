import { placePanels } from './grid.ts';
import type { ViewPanel } from './view-data.ts';

const panel = (id: number, x: number, y: number, w: number, h: number, type = 'stat') =>
  ({ id, type, gridPos: { x, y, w, h } }) as ViewPanel;

test('24 columns with gaps of 8 pixels, rows of 30', () => {
  // (1192 + 8) / 24 = 50 pixels a column.
  expect(placePanels([panel(2, 12, 4, 12, 8), panel(1, 0, 4, 12, 8), panel(0, 0, 0, 24, 4)], 1192)).toMatchObject([
    { panel: { id: 0 }, left: 0, top: 0, width: 1192, height: 144 },
    { panel: { id: 1 }, left: 0, top: 152, width: 592, height: 296 },
    { panel: { id: 2 }, left: 600, top: 152, width: 592, height: 296 },
  ]);
});

test('one below the other in a narrow page, in reading order', () => {
  expect(placePanels([panel(2, 12, 0, 12, 2), panel(1, 0, 0, 12, 1)], 767)).toMatchObject([
    { panel: { id: 1 }, left: 0, top: 0, width: 767, height: 30 },
    { panel: { id: 2 }, left: 0, top: 38, width: 767, height: 68 },
  ]);
  expect(placePanels([panel(1, 0, 0, 24, 1)], 768)).toMatchObject([{ width: 768 }]);
});

test.each([
  [767, 30],
  [513, 30],
  [400, 60],
  [300, 90],
  [0, 90],
])('a text in a page of %d pixels is %d high', (width, height) => {
  const places = placePanels([panel(1, 0, 0, 24, 1, 'text'), panel(2, 0, 1, 24, 1)], width);
  expect(places).toMatchObject([{ height }, { top: height + 8, height: 30 }]);
});

test('nothing', () => {
  expect(placePanels([], 0)).toEqual([]);
});
