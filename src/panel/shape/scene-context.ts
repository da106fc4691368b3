import type { ProfilePanelOptions } from '../options.ts';
import type { Formatter } from '../words/number.ts';
import type { Layout } from './layout.ts';
import type { Measure } from './truncate.ts';

/** Everything that a drawing depends on, beside the profile. */
export interface SceneContext {
  readonly layout: Layout;
  readonly options: ProfilePanelOptions;
  readonly format: Formatter;
  /** Width of a text on the canvas, in its font. */
  readonly measure: Measure;
}
