import type { GrafanaTheme2 } from '@grafana/data';

type Complete<Type> = Type extends (...args: never[]) => unknown
  ? Type
  : { readonly [Key in keyof Type]-?: Complete<Exclude<Type[Key], undefined>> };

/** The colours of a theme, all of them there. */
export type ThemeColors = Complete<GrafanaTheme2['colors']>;

/** The colours of a theme. */
export function themeColors({ colors }: GrafanaTheme2): ThemeColors {
  // Every theme has them all; Grafana 12.4 types them as DeepRequired, which leaves `| undefined` standing under
  // exactOptionalPropertyTypes.
  return colors as ThemeColors;
}
