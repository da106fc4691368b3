import { limitsOf } from './limits.ts';
import type { ViewDashboard } from './view-data.ts';

const drawn = new Set(['timeseries', 'row']);

function own(dashboard: object): readonly string[] {
  const plain = { title: 'x', time: { from: '', to: '' }, panels: [] };
  const [all, common] = [{ ...plain, ...dashboard }, plain] as unknown as [ViewDashboard, ViewDashboard];
  const always = limitsOf(common, drawn);
  expect(always.join(' ')).toMatch(/read-only.*no users, nothing is saved.*Alert rules are not evaluated/);
  return limitsOf(all, drawn).slice(always.length);
}

const panel = { id: 1, type: 'timeseries', title: 'P', gridPos: {} };

test.each([
  [{}, []],
  [{ refresh: '', graphTooltip: 0, links: [], annotations: { list: [] } }, []],
  [
    {
      annotations: {
        list: [
          { builtIn: 1, enable: true, name: 'G' },
          { enable: false, name: 'off' },
        ],
      },
    },
    [],
  ],
  [{ annotations: { list: [{ enable: true, name: 'D' }] } }, ['The annotations "D" are not shown.']],
  [{ refresh: '5s' }, ['Nothing is asked again by itself.']],
  [{ graphTooltip: 1 }, ['The cursors of charts are not linked.']],
  [{ links: [{}] }, ["The dashboard's links are not shown."]],
  [
    {
      templating: {
        list: [
          { name: 'f', type: 'adhoc' },
          { name: 'c', type: 'custom' },
        ],
      },
    },
    ['The variable "f" is of the kind "adhoc" and has no value.'],
  ],
  [{ panels: [panel, { ...panel, repeat: null }] }, []],
  [
    { panels: [{ ...panel, repeat: 'c', timeFrom: '1d' }] },
    ['"repeat" of "P" has no effect.', '"timeFrom" of "P" has no effect.'],
  ],
  [{ panels: [{ ...panel, type: 'gauge' }] }, ['"P" needs the panel "gauge", which is not here.']],
  [{ panels: [{ ...panel, type: 'row', collapsed: false }] }, []],
  [{ panels: [{ ...panel, type: 'row', collapsed: true }] }, ['The closed row "P" is not opened.']],
])('%j', (dashboard, expected) => {
  expect(own(dashboard)).toEqual(expected);
});
