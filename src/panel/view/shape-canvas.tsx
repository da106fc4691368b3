import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { preparedContext } from '../draw/context.ts';
import { drawActive, drawScene } from '../draw/draw-scene.ts';
import type { Palette } from '../draw/palette.ts';
import { interact, isOwnKey, keyboardItems, noInteraction } from '../interaction.ts';
import { hitTest, type Point } from '../shape/hit-test.ts';
import type { Layout } from '../shape/layout.ts';
import type { Scene } from '../shape/scene.ts';
import { keysHelp } from '../words/interaction-help.ts';
import { spokenReading } from '../words/reading.ts';
import { themeColors } from '../theme-colors.ts';
import { ReadingTooltip } from './reading-tooltip.tsx';
import { usePixelRatio } from './use-pixel-ratio.ts';
import { useThrottled } from './use-throttled.ts';
import { getHiddenStyle } from './visually-hidden.ts';

interface Props {
  scene: Scene;
  size: Layout['canvas'];
  palette: Palette;
  /** What the picture shows, for those who do not see it. */
  label: string;
}

/** A reading is spoken at most this often. */
const spokenEveryMs = 500;

/** The picture: one canvas that changes with the data, and one above it for what is pointed at. */
export function ShapeCanvas({ scene, size, palette, label }: Props) {
  const styles = useStyles2(getStyles);
  const hidden = useStyles2(getHiddenStyle);
  const [interaction, dispatch] = useReducer(interact, noInteraction);
  const [pointer, setPointer] = useState<Point | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const pixelRatio = usePixelRatio();
  const { width, height } = size;
  const items = useMemo(() => keyboardItems(scene.items.map(({ contribution }) => contribution)), [scene]);
  const { active, source, isPinned } = interaction;
  const isKeyboard = source === 'keyboard';
  const item = active === null ? undefined : scene.items[active];
  const spoken = useThrottled(isKeyboard && item !== undefined ? spokenReading(item.reading) : '', spokenEveryMs);

  useLayoutEffect(() => {
    const context = picture.current && preparedContext(picture.current, width, height, pixelRatio);
    if (context) {
      drawScene(context, scene, palette);
    }
  }, [scene, palette, width, height, pixelRatio]);

  useLayoutEffect(() => {
    const context = overlay.current && preparedContext(overlay.current, width, height, pixelRatio);
    if (context) {
      drawActive(context, scene, active, isKeyboard, palette);
    }
  }, [scene, palette, width, height, pixelRatio, active, isKeyboard]);

  const pointAt = ({ clientX, clientY }: MouseEvent): number | null => {
    const box = root.current?.getBoundingClientRect();
    return box === undefined ? null : hitTest(scene.items, scene.axis, { x: clientX - box.left, y: clientY - box.top });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOwnKey(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      dispatch({ type: 'key', key: event.key, isShifted: event.shiftKey, items });
    }
  };

  return (
    <div
      ref={root}
      className={styles.root}
      style={{ width, height }}
      role="application"
      aria-roledescription="distribution"
      aria-label={`Bars of the distribution. ${keysHelp}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => dispatch({ type: 'blur' })}
      onMouseMove={(event) => {
        dispatch({ type: 'point', item: pointAt(event) });
        if (!isPinned) {
          setPointer({ x: event.clientX, y: event.clientY });
        }
      }}
      onMouseLeave={() => dispatch({ type: 'leave' })}
      onClick={(event) => dispatch({ type: 'click', item: pointAt(event) })}
    >
      <canvas ref={picture} className={styles.layer} style={{ width, height }} role="img" aria-label={label} />
      <canvas ref={overlay} className={styles.layer} style={{ width, height }} aria-hidden="true" />
      <div className={hidden} aria-live="polite">
        {spoken}
      </div>
      {item !== undefined && (
        <ReadingTooltip
          reading={item.reading}
          isPinned={isPinned}
          {...tooltipPlace(isKeyboard, pointer, root.current, item)}
        />
      )}
    </div>
  );
}

/** Beside the pointer, or at the top of the bar that the keyboard is on. */
function tooltipPlace(
  isKeyboard: boolean,
  pointer: Point | null,
  root: HTMLElement | null,
  { area }: Scene['items'][number]
): Point {
  if (!isKeyboard && pointer !== null) {
    return pointer;
  }
  const box = root?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + area.x + area.width / 2, y: (box?.top ?? 0) + area.y };
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      position: 'relative',
      // An outline, because forced colours leave no shadow.
      '&:focus': { outline: 'none' },
      '&:focus-visible': { outline: `2px solid ${themeColors(theme).primary.border}`, outlineOffset: -2 },
    }),
    layer: css({ position: 'absolute', inset: 0, display: 'block' }),
  };
}
