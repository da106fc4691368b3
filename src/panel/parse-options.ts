import { isJsonObject } from '../../pkg/contract/index.ts';
import { type BaselineStyle, defaultOptions, mostCategories, type ProfilePanelOptions } from './options.ts';
import type { YModeOption } from './shape/bar-heights.ts';
import type { XScale } from './shape/log-scale.ts';
import { categoryOrders } from './shape/categories.ts';

const xScales: readonly XScale[] = ['linear', 'log', 'symlog'];
const yModes: readonly YModeOption[] = ['auto', 'count', 'share', 'density'];
const baselineStyles: readonly BaselineStyle[] = ['outline', 'filled', 'hidden'];

function oneOf<Text extends string>(value: unknown, known: readonly Text[], otherwise: Text): Text {
  return known.find((text) => text === value) ?? otherwise;
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

/** Options as a dashboard holds them, which may have been written by hand: what is no option counts as not set. */
export function parseOptions(stored: unknown): ProfilePanelOptions {
  const options = isJsonObject(stored) ? stored : {};
  const { maxCategories, profile } = options;
  const isWhole = typeof maxCategories === 'number' && Number.isInteger(maxCategories);
  return {
    xScale: oneOf(options['xScale'], xScales, defaultOptions.xScale),
    yMode: oneOf(options['yMode'], yModes, defaultOptions.yMode),
    baselineStyle: oneOf(options['baselineStyle'], baselineStyles, defaultOptions.baselineStyle),
    showSpecialValues: flag(options['showSpecialValues'], defaultOptions.showSpecialValues),
    showContributions: flag(options['showContributions'], defaultOptions.showContributions),
    categoryOrder: oneOf(options['categoryOrder'], categoryOrders, defaultOptions.categoryOrder),
    maxCategories: isWhole ? Math.min(Math.max(maxCategories, 1), mostCategories) : defaultOptions.maxCategories,
    profile: typeof profile === 'string' ? profile : defaultOptions.profile,
  };
}
