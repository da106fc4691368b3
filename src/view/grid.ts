import type { ViewPanel } from './view-data.ts';

const columns = 24;
const rowPx = 30;
const gapPx = 8;
/** Narrower pages, in pixels, show one panel below the other, as Grafana does. */
const oneColumnBelowPx = 768;

export interface Place {
  readonly panel: ViewPanel;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Panels in reading order, which is the order of the keyboard, with their places on a page of the given width. */
export function placePanels(panels: readonly ViewPanel[], width: number): readonly Place[] {
  const column = (width + gapPx) / columns;
  let end = 0;
  return panels
    .toSorted((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x)
    .map((panel) => {
      const { x, y, w, h } = panel.gridPos;
      const height = h * (rowPx + gapPx) - gapPx;
      if (width >= oneColumnBelowPx) {
        return { panel, left: x * column, top: y * (rowPx + gapPx), width: w * column - gapPx, height };
      }
      const top = end;
      // The less width a text has, the more lines it takes.
      const high = panel.type === 'text' ? height * Math.round(oneColumnBelowPx / Math.max(width, 256)) : height;
      end += high + gapPx;
      return { panel, left: 0, top, width, height: high };
    });
}
