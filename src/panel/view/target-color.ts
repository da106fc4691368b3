import { type Field, FieldColorModeId, type GrafanaTheme2 } from '@grafana/data';

/** Colour of the target where nobody chose one. */
export const defaultTargetColor = 'blue';

/** The colour that was chosen for the target's series, resolved by the theme. */
export function targetColor(field: Field | null, theme: GrafanaTheme2): string {
  const color = field?.config.color;
  const chosen = color?.mode === FieldColorModeId.Fixed ? color.fixedColor : undefined;
  return theme.visualization.getColorByName(chosen ?? defaultTargetColor);
}
