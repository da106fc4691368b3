import { config, setDataSourceSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import { exploreAddress } from './explore-address.ts';
import { StartPage } from './start-page.tsx';
import { pythonExample } from './write-profiles.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  // Grafana fills it in at run time.
  PluginPage: ({ children }: { children: unknown }) => children,
}));

/** The data sources of the plugin; as Grafana does, with its own at the end when they are asked for in another way. */
function setSources(sources: object[]): void {
  const builtIn = { uid: 'grafana', name: '-- Grafana --', type: 'datasource' };
  const getList = ({ pluginId }: { pluginId?: string }) =>
    pluginId === 'driftglass-profiles-datasource' ? sources : [...sources, builtIn];
  setDataSourceSrv({ getList } as unknown as Parameters<typeof setDataSourceSrv>[0]); // the page asks for nothing else
}

function show(role: string, sources: object[]): void {
  Object.assign(config.bootData.user, { orgRole: role, isGrafanaAdmin: false, permissions: {} });
  setSources(sources);
  render(<StartPage />);
}

const source = { uid: 'u1', name: 'Profiles', type: 'driftglass-profiles-datasource' };
const addAddress = '/connections/datasources/driftglass-profiles-datasource';

test('an administrator of an empty Grafana is led to the first data source', () => {
  show('Admin', []);
  expect(screen.getByRole('heading', { name: 'How to begin' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Add a data source' })).toHaveAttribute('href', addAddress);
});

test.each(['Viewer', 'Editor'])('a person of the role %s is told whom to ask', (role) => {
  show(role, []);
  expect(screen.getByText(/An administrator of this organisation can add one/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Add a data source' })).not.toBeInTheDocument();
});

test('a permission counts as the role does', () => {
  Object.assign(config.bootData.user, { orgRole: 'Editor', permissions: { 'datasources:create': true } });
  setSources([]);
  render(<StartPage />);
  expect(screen.getByRole('link', { name: 'Add a data source' })).toBeInTheDocument();
});

test('what is there is shown, and Explore is the next step', () => {
  show('Admin', [source, { ...source, uid: 'u2', name: 'Payments' }]);
  expect(screen.getByRole('link', { name: 'Payments' })).toHaveAttribute('href', '/connections/datasources/edit/u2');
  expect(screen.getByRole('link', { name: 'Look at Profiles in Explore' })).toHaveAttribute(
    'href',
    exploreAddress(source)
  );
  expect(screen.getByRole('link', { name: 'Add a data source' })).toBeInTheDocument();
});

test('a viewer sees the same without what only administrators may do', () => {
  show('Viewer', [source]);
  expect(screen.getByRole('list', { name: 'Your data sources' })).toHaveTextContent('Profiles');
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Look at Profiles in Explore']);
});

test('Explore opens with the data source and a query that Grafana runs', () => {
  const { searchParams } = new URL(exploreAddress(source), 'http://grafana');
  expect(searchParams.get('schemaVersion')).toBe('1');
  expect(JSON.parse(searchParams.get('panes') ?? '')).toEqual({
    driftglass: {
      datasource: 'u1',
      queries: [
        {
          refId: 'A',
          datasource: { uid: 'u1', type: 'driftglass-profiles-datasource' },
          kind: 'metric',
          schemaVersion: 1,
          datasetId: '',
          metric: 'count',
        },
      ],
      range: { from: 'now-30d', to: 'now' },
    },
  });
});

test('the Python has ten lines', () => {
  show('Viewer', []);
  expect(pythonExample.split('\n')).toHaveLength(10);
  expect(screen.getByRole('region', { name: 'Python' })).toHaveTextContent('results.writer("local")');
});
