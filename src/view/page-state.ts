import { dateTime, getThemeById, type GrafanaTheme2, rangeUtil, type TimeRange, type UrlQueryMap } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import type { ViewData } from './view-data.ts';

/** What was chosen stands in the address, under Grafana's names. */
export function useAddress(): UrlQueryMap {
  const [address, setAddress] = useState(() => locationService.getSearchObject());
  useEffect(() => {
    const changes = locationService.getLocationObservable();
    const subscription = changes.subscribe(() => setAddress(locationService.getSearchObject()));
    return () => subscription.unsubscribe();
  }, []);
  return address;
}

/** The width of an element in whole pixels; 0 before it is known. */
export function useWidth(): readonly [(element: HTMLDivElement | null) => void, number] {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (element !== null) {
      observer.observe(element);
    }
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}

/** Plugins ask for the theme by context, and some by Grafana's configuration. */
export function applyTheme(name: 'dark' | 'light'): GrafanaTheme2 {
  const theme = getThemeById(name);
  Object.assign(config, { theme2: theme });
  Object.assign(config.bootData.user, { theme: name, lightTheme: theme.isLight });
  document.documentElement.style.colorScheme = name;
  return theme;
}

/** The range of the address, else the dashboard's; where that lies beside all data, the whole of the data. */
export function rangeOf({ dashboard, facts: { extent } }: ViewData, from: unknown, to: unknown): TimeRange {
  const raw = (value: unknown) => (/^-?\d+$/.test(String(value)) ? dateTime(Number(value)).utc() : String(value));
  const convert = (start: unknown, end: unknown) =>
    rangeUtil.convertRawToRange({ from: raw(start), to: raw(end) }, 'utc');
  const range = convert(from ?? dashboard.time.from, to ?? dashboard.time.to);
  const isBeside = extent !== null && (range.to.valueOf() < extent.fromMs || range.from.valueOf() > extent.toMs);
  return isBeside && from === undefined && to === undefined ? convert(extent.fromMs, extent.toMs) : range;
}
