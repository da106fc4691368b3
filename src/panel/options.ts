import type { CategoryOrder } from './shape/categories.ts';
import type { YModeOption } from './shape/bar-heights.ts';
import type { XScale } from './shape/log-scale.ts';

export type BaselineStyle = 'outline' | 'filled' | 'hidden';

/** What a person sets in the panel's editor. */
export interface ProfilePanelOptions {
  readonly xScale: XScale;
  readonly yMode: YModeOption;
  readonly baselineStyle: BaselineStyle;
  readonly showSpecialValues: boolean;
  readonly showContributions: boolean;
  readonly categoryOrder: CategoryOrder;
  /** Rows of categories at most; the others are one row together. */
  readonly maxCategories: number;
  /** Name of the profile to show when there are several; empty: the first. May hold dashboard variables. */
  readonly profile: string;
}

/** More rows than this are no picture but a list. */
export const mostCategories = 100;

export const defaultOptions: ProfilePanelOptions = {
  xScale: 'linear',
  yMode: 'auto',
  baselineStyle: 'outline',
  showSpecialValues: true,
  showContributions: true,
  categoryOrder: 'contribution',
  maxCategories: 20,
  profile: '',
};
