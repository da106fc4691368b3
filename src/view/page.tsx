import { type PanelPlugin, ThemeContext } from '@grafana/data';
import { locationService, LocationServiceProvider } from '@grafana/runtime';
import { Alert, Button, GlobalStyles, PortalContainer, Stack, Text } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { placePanels } from './grid.ts';
import { limitsOf } from './limits.ts';
import { applyTheme, rangeOf, useAddress, useWidth } from './page-state.ts';
import { PanelView } from './panel-view.tsx';
import { StoreState } from './store-state.tsx';
import { RangeControl, VariableControl } from './toolbar.tsx';
import type { QueryContext } from './use-panel-data.ts';
import { loadVariables, valuesOf, type VariableState } from './variables.ts';
import type { ViewData } from './view-data.ts';

interface PageProps extends Pick<QueryContext, 'source' | 'template'> {
  readonly view: ViewData;
  readonly plugins: ReadonlyMap<string, PanelPlugin>;
}

/** The dashboard with the controls above it and what it cannot do below. */
export function Page({ view, source, template, plugins }: PageProps) {
  const { dashboard } = view;
  const address = useAddress();
  const { from, to, theme: asked = view.theme } = address;
  const range = useMemo(() => rangeOf(view, from, to), [view, from, to]);
  const theme = useMemo(() => applyTheme(asked === 'light' ? 'light' : 'dark'), [asked]);
  const [variables, setVariables] = useState<readonly VariableState[] | null>(null);
  const [failure, setFailure] = useState('');
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const show = (states: readonly VariableState[], problem: string) => {
      if (isCurrent) {
        template.set(valuesOf(states), range);
        setVariables(states);
        setFailure(problem);
      }
    };
    loadVariables(dashboard, address, { source, range }).then(
      (states) => show(states, ''),
      (error: unknown) => show([], error instanceof Error ? error.message : JSON.stringify(error))
    );
    return () => {
      isCurrent = false;
    };
  }, [dashboard, address, source, range, template]);
  const other = theme.isDark ? 'Light' : 'Dark';
  const [gridRef, width] = useWidth();
  const places = placePanels(dashboard.panels, width);
  const context = { dashboard, source, template, range, round };
  const gridHeight = Math.max(0, ...places.map(({ top, height }) => top + height));
  const sentences = limitsOf(dashboard, new Set([...plugins.keys(), 'row']));
  const limits = sentences.map((sentence) => <li key={sentence}>{sentence}</li>);
  return (
    <LocationServiceProvider service={locationService}>
      <ThemeContext.Provider value={theme}>
        <GlobalStyles />
        <main style={{ padding: 16 }}>
          <Stack direction="column" gap={2}>
            <Stack justifyContent="space-between" alignItems="center" wrap="wrap">
              <Text element="h1" variant="h3">
                {dashboard.title}
              </Text>
              <Stack gap={1}>
                <Button icon="sync" variant="secondary" onClick={() => setRound(round + 1)}>
                  Ask again
                </Button>
                <Button variant="secondary" onClick={() => locationService.partial({ theme: other.toLowerCase() })}>
                  {other} theme
                </Button>
              </Stack>
            </Stack>
            <StoreState view={view} round={round} />
            <Stack gap={2} wrap="wrap">
              {variables?.map((state) => (
                <VariableControl key={state.variable.name} state={state} />
              ))}
              <RangeControl range={range} view={view} />
            </Stack>
            {failure !== '' && <Alert title="The variables of this dashboard could not be read">{failure}</Alert>}
            <div ref={gridRef} style={{ position: 'relative', height: gridHeight }}>
              {variables !== null &&
                width > 0 &&
                places.map((place) => (
                  <div key={place.panel.id} style={{ position: 'absolute', left: place.left, top: place.top }}>
                    {place.panel.type === 'row' ? (
                      <h2 style={{ margin: 0, fontSize: 18 }}>{place.panel.title}</h2>
                    ) : (
                      <PanelView {...place} plugin={plugins.get(place.panel.type)} context={context} />
                    )}
                  </div>
                ))}
            </div>
            <details>
              <summary>What this page cannot do</summary>
              <ul style={{ paddingLeft: 24 }}>{limits}</ul>
            </details>
          </Stack>
          <PortalContainer />
        </main>
      </ThemeContext.Provider>
    </LocationServiceProvider>
  );
}
