import { createDataFrame, type DataFrame, FieldType } from '@grafana/data';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { histogramFrame } from '../../pkg/contract/index.ts';
import { type PictureName, pictures } from './testing/pictures.ts';
import { recordingContext } from './testing/recording-context.ts';
import { ShownPanel } from './testing/show-panel.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  // Grafana fills it in at run time.
  PanelDataErrorView: ({ message = 'No data' }: { message?: string }) => <p>{message}</p>,
}));

const mockRecording = recordingContext();
jest.mock('./draw/context.ts', () => ({
  preparedContext: () => mockRecording.context,
  textMeasure: () => (text: string) => 6 * text.length,
}));

function show(name: PictureName, props: Omit<Parameters<typeof ShownPanel>[0], 'series'> = {}) {
  return render(<ShownPanel series={[...pictures[name]()]} {...props} />);
}

function picture() {
  return screen.getByRole('img');
}

function plot() {
  return screen.getByRole('application');
}

/** The rows of the table that screen readers get. */
function tableRows(): string[][] {
  return within(screen.getByRole('table', { hidden: true }))
    .getAllByRole('row', { hidden: true })
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
}

describe('the panel', () => {
  it.each<[PictureName, string, string]>([
    ['shifted', 'anomaly', 'Drift Hellinger 0.43 > 0.2'],
    ['same', 'ok', 'No drift Hellinger 0.007 ≤ 0.2'],
    ['one-sided-threshold', 'not-judged', 'Not judged Hellinger 0.08'],
    ['baseline-missing', 'no-baseline', 'No baseline '],
    ['target-missing', 'no-target', 'No target '],
    ['five-values', 'not-enough-data', 'Not enough data '],
    ['failed-analysis', 'failed', 'Analysis failed '],
  ])('says the verdict of "%s" by a shape and in words', (name, state, words) => {
    const { container } = show(name);
    expect(container.querySelector('svg[data-state]')).toHaveAttribute('data-state', state);
    expect(
      screen.getByText(words.split(/ (?=Hellinger|$)/)[0] ?? '', { selector: 'strong' }).parentElement
    ).toHaveTextContent(words.trim());
  });

  it('states the finding for those who do not see the picture', () => {
    show('shifted');
    expect(picture()).toHaveAccessibleName(
      'The verdict of dep_delay is anomaly. Values of 40 or more rose from 23.8% to 71.6%; ' +
        'the median moved from 29.5 to 47.5; no missing values.'
    );
  });

  it('shows the reason of a missing verdict without hovering', () => {
    show('five-values');
    expect(screen.getByTitle(/^n = 5, judged from 100\./)).toBeVisible();
  });

  it('has the bars as a table too', () => {
    show('integers-0-to-9');
    const rows = tableRows();
    expect(rows).toHaveLength(10);
    expect(rows[0]?.slice(0, 5)).toEqual(['0', '120', '10.9% (9.6%–12.2%)', '900', '11.1% (9.8%–12.4%)']);
    expect(rows[9]?.[0]).toBe('9');
  });

  it.each<[PictureName, number, number]>([
    ['shifted', 100, 60],
    ['categories', 100, 60],
    ['nan-and-infinite', 160, 80],
    ['many-categories', 160, 80],
    ['two-thousand-bins', 400, 240],
    ['all-missing', 400, 240],
    ['shifted', 0, 0],
  ])('draws "%s" at %i x %i', (name, width, height) => {
    mockRecording.calls.length = 0;
    show(name, { width, height });
    expect(picture()).toHaveAccessibleName();
    expect(mockRecording.calls.length).toBeGreaterThan(0);
  });

  it('keeps the verdict in words where there is room for its symbol alone', () => {
    show('shifted', { width: 100, height: 60 });
    expect(screen.getByText('Drift, Hellinger 0.43 > 0.2')).toBeInTheDocument();
  });

  it('tells notices and gaps in badges', () => {
    show('partial-with-notices');
    expect(screen.getAllByRole('button').map((badge) => badge.getAttribute('aria-label'))).toEqual([
      '2 notices: flights/2013-03-06.bin cannot be read: byte 512, wrong magic the last batch is not complete yet',
      'gaps: The baseline has data for 5 of its 7 periods.',
    ]);
  });

  it('says what an older data source does not', () => {
    show('older-data-source');
    expect(screen.getByRole('button', { name: /^incomplete/ })).toHaveAccessibleName(
      'incomplete: The data source does not say: labels, verdict, sentence, target, baselineSpec.'
    );
  });
});

describe('several profiles', () => {
  it('show the first, and let a person choose', () => {
    show('several-profiles');
    const choice = screen.getByRole('combobox', { name: 'Profile' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent)
    ).toEqual(['dep_delay', 'arr_delay', 'origin']);
    expect(picture()).toHaveAccessibleName(/The verdict of dep_delay/);
    fireEvent.change(choice, { target: { value: 'origin' } });
    expect(picture()).toHaveAccessibleName(/The verdict of origin/);
  });

  it.each([
    ['arr_delay', 'arr_delay'],
    ['$column', 'arr_delay'],
    ['no such column', 'dep_delay'],
  ])('open with the option %p at %s', (profile, shown) => {
    show('several-profiles', { options: { profile } });
    expect(picture()).toHaveAccessibleName(new RegExp(`The verdict of ${shown}`));
  });
});

describe('a long tail', () => {
  const button = (name: string) => screen.queryByRole('button', { name });

  it('is offered a log scale, and the way back', () => {
    show('six-decades');
    fireEvent.click(button('Long tail: use log scale') as HTMLElement);
    expect(button('Long tail: use log scale')).not.toBeInTheDocument();
    fireEvent.click(button('Use linear scale') as HTMLElement);
    expect(button('Long tail: use log scale')).toBeInTheDocument();
  });

  it('is drawn as its option says, without being asked', () => {
    show('six-decades', { options: { xScale: 'log' } });
    expect(button('Use linear scale')).toBeInTheDocument();
  });

  it('is offered nothing where there is none, or no room', () => {
    show('shifted');
    show('six-decades', { width: 160, height: 80 });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('the keyboard', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function press(...keys: string[]) {
    for (const key of keys) {
      fireEvent.keyDown(plot(), { key });
      act(() => jest.advanceTimersByTime(600));
    }
  }

  function spoken(): string {
    return plot().querySelector('[aria-live]')?.textContent ?? '';
  }

  it('walks from bar to bar, which are spoken and shown', () => {
    show('integers-0-to-9');
    press('ArrowRight');
    expect(spoken()).toMatch(/^0\. Count: target 120 and baseline 900\. Share: /);
    expect(screen.getByText('0', { selector: 'div' })).toBeInTheDocument();
    press('End');
    expect(spoken()).toMatch(/^9\. /);
    press('Escape');
    expect(spoken()).toBe('');
  });

  it('goes to the largest contributor first', () => {
    show('shifted');
    press('n');
    expect(spoken()).toMatch(/11\.\d% of the distance|1\d(\.\d)?% of the distance/);
  });

  it('leaves other keys to the page', () => {
    show('shifted');
    expect(fireEvent.keyDown(plot(), { key: 'Tab' })).toBe(true);
    expect(fireEvent.keyDown(plot(), { key: 'ArrowLeft' })).toBe(false);
    expect(fireEvent.keyDown(plot(), { key: 'ArrowLeft', ctrlKey: true })).toBe(true);
  });
});

describe('the pointer', () => {
  const at = (clientX: number) => ({ clientX, clientY: 200 });

  it('reads the bar below it until it leaves, longer after a click', () => {
    show('categories');
    const title = () => screen.queryByText('American', { selector: 'div' });
    fireEvent.mouseMove(plot(), { clientX: 300, clientY: 25 });
    expect(title()).toBeInTheDocument();
    fireEvent.mouseLeave(plot());
    expect(title()).not.toBeInTheDocument();
    fireEvent.click(plot(), { clientX: 300, clientY: 25 });
    fireEvent.mouseLeave(plot());
    expect(title()).toBeInTheDocument();
    expect(screen.getByText('Pinned; Esc releases')).toBeInTheDocument();
    fireEvent.keyDown(plot(), { key: 'Escape' });
    expect(title()).not.toBeInTheDocument();
  });

  it('reads nothing beside the bars', () => {
    show('shifted');
    fireEvent.mouseMove(plot(), at(5));
    expect(screen.queryByText(/of the distance in/, { selector: 'div' })).not.toBeInTheDocument();
  });
});

describe('without a profile', () => {
  const overlapping = createDataFrame({
    name: 'dep_delay',
    meta: { type: histogramFrame as never },
    fields: [
      { name: 'xMin', type: FieldType.number, values: [0, 1] },
      { name: 'xMax', type: FieldType.number, values: [2, 3] },
      { name: 'target', type: FieldType.number, values: [1, 1] },
    ],
  });
  const series = createDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [1] },
      { name: 'value', type: FieldType.number, values: [1] },
    ],
  });

  it.each<[string, string, DataFrame[]]>([
    ['no frames', 'No data', []],
    ['a frame without rows', 'No data', [createDataFrame({ fields: [] })]],
    [
      'a time series',
      'This panel draws profiles: the profile query of Driftglass, or a histogram with xMin, xMax and counts.',
      [series],
    ],
    ['bins that overlap', 'dep_delay cannot be drawn: bins 1 and 2 overlap.', [overlapping]],
  ])("Grafana's own view says why: %s", (_, message, frames) => {
    render(<ShownPanel series={frames} />);
    expect(screen.getByText(message)).toBeInTheDocument();
  });
});
