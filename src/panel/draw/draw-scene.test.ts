import { createTheme } from '@grafana/data';
import { defaultOptions } from '../options.ts';
import { layout } from '../shape/layout.ts';
import { profileScene } from '../shape/profile-scene.ts';
import type { Scene } from '../shape/scene.ts';
import { pictured } from '../testing/model.ts';
import { recordingContext } from '../testing/recording-context.ts';
import { plainNumber } from '../words/number.ts';
import { drawActive, drawScene } from './draw-scene.ts';
import { paletteOf } from './palette.ts';

const palettes = (['dark', 'light'] as const).map((mode) => {
  const theme = createTheme({ colors: { mode } });
  return paletteOf(theme, theme.visualization.getColorByName('blue'), 11);
});

const scene: Scene = profileScene(pictured('nan-and-infinite'), {
  layout: layout(900, 500),
  options: defaultOptions,
  format: { value: plainNumber },
  measure: (text) => 6 * text.length,
});

function count(calls: readonly string[], name: string): number {
  return calls.filter((call) => call === name).length;
}

describe('drawing', () => {
  it('puts every text, bar, line and dot on the canvas', () => {
    const { context, calls } = recordingContext();
    for (const palette of palettes) {
      drawScene(context, scene, palette);
    }
    const marks = (kind: string) => 2 * scene.marks.filter((mark) => mark.kind === kind).length;
    expect(count(calls, 'fillText')).toBe(marks('text'));
    expect(count(calls, 'fillRect')).toBe(marks('rect'));
    expect(count(calls, 'arc')).toBe(marks('dot'));
    expect(count(calls, 'save')).toBe(count(calls, 'restore'));
  });

  it.each([
    [0, false, 1, 0],
    [0, true, 1, 1],
    [null, true, 0, 0],
    // The data have fewer bars now.
    [100000, true, 0, 0],
  ])('item %p, by keyboard %p: %d veils, %d rings', (active, isKeyboard, veils, rings) => {
    const { context, calls } = recordingContext();
    const [palette] = palettes;
    if (palette !== undefined) {
      drawActive(context, scene, active, isKeyboard, palette);
    }
    expect([count(calls, 'fillRect'), count(calls, 'strokeRect')]).toEqual([veils, rings]);
  });

  it('has a colour for everything in both themes, and not the same one', () => {
    const [dark, light] = palettes.map(({ fills, strokes, inks }) => [
      ...Object.values(fills).map(({ color }) => color),
      ...Object.values(strokes),
      ...Object.values(inks),
    ]);
    expect(dark?.every((color) => /^(#|rgb)/.test(color))).toBe(true);
    expect(dark).not.toEqual(light);
  });
});
