import type { AnnotationQuery } from '@grafana/data';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { parseQuery } from '../../../pkg/contract/index.ts';
import { defaultQuery, type ProfilesQuery } from '../model.ts';
import { preparePickers } from '../testing/prepare-pickers.ts';
import { answers, arrived, pick } from '../testing/show-editor.tsx';
import { sourceOf } from '../testing/source.ts';
import { AnnotationEditor } from './annotation-editor.tsx';
import { defaultAnnotationQuery } from './annotation-query.ts';
import { annotationSupport } from './annotation-support.ts';

preparePickers();

const { prepareAnnotation, prepareQuery, getDefaultQuery } = annotationSupport;
const annotation = (part: object) =>
  ({ name: 'a', enable: true, ...part }) as unknown as AnnotationQuery<ProfilesQuery>;

describe('an annotation', () => {
  test('begins with the anomalies of the dataset’s document, in a form that the back end takes', () => {
    expect(getDefaultQuery?.()).toEqual(defaultAnnotationQuery);
    expect(parseQuery({ ...defaultAnnotationQuery, datasetId: 'flights' })).toMatchObject({
      kind: 'anomalies',
      analyzerIds: null,
    });
    expect(sourceOf().source.annotations).toBe(annotationSupport);
  });

  test.each([
    ['of now', { target: { refId: 'Anno', kind: 'events', datasetId: 'd' } }],
    ['without a query', {}],
    ['of Grafana itself', { type: 'dashboard', builtIn: 1 }],
    ['with keys beside its query', { target: { refId: 'Anno' }, datasetId: 'd' }],
  ])('%s is the very same object', (_, part) => {
    const stored = annotation(part);
    expect(prepareAnnotation?.(stored)).toBe(stored);
  });

  test('with its query beside the rest gets it where Grafana looks', () => {
    const stored = annotation({ datasetId: 'd', tagKeys: ['v'], kind: 'events', iconColor: 'red' });
    const prepared = prepareAnnotation?.(stored);
    expect(prepared).toEqual({
      name: 'a',
      enable: true,
      iconColor: 'red',
      target: {
        refId: 'Anno',
        queryType: 'anomalies',
        schemaVersion: 1,
        kind: 'events',
        datasetId: 'd',
        tagKeys: ['v'],
      },
    });
    expect(prepareAnnotation?.(prepared)).toBe(prepared);
  });

  test.each<[string, object | undefined, object | undefined]>([
    ['nothing', undefined, { refId: 'Anno', ...defaultAnnotationQuery }],
    ['a dataset', { datasetId: 'd' }, { refId: 'Anno', ...defaultAnnotationQuery, datasetId: 'd' }],
    ['a whole query', { refId: 'X', kind: 'events' }, { refId: 'X', ...defaultAnnotationQuery, kind: 'events' }],
    ['a query that cannot run', { kind: 'analysis' }, undefined],
    ['a kind of a newer version', { kind: 'later' }, undefined],
  ])('asks, where it stores %s', (_, target, expected) => {
    expect(prepareQuery?.(annotation({ target }))).toEqual(expected);
  });
});

async function show(stored: object, from: Parameters<typeof sourceOf>[0] = answers) {
  const { source } = sourceOf(from);
  let current = { refId: 'Anno', ...stored } as ProfilesQuery;
  let [changes, runs] = [0, 0];
  function Page() {
    const [query, setQuery] = useState(current);
    return (
      <AnnotationEditor
        datasource={source}
        query={query}
        onChange={(next) => {
          changes++;
          current = next;
          setQuery(next);
        }}
        onRunQuery={() => runs++}
      />
    );
  }
  await arrived(() => render(<Page />));
  return { query: () => current, changes: () => changes, runs: () => runs };
}

describe('the editor of annotations', () => {
  test('offers what makes annotations, and changes nothing by being shown', async () => {
    const { changes, runs } = await show({});
    expect(screen.getByRole('radiogroup', { name: 'Query' })).toHaveTextContent(/^Anomalies Events$/);
    expect(screen.getByRole('radio', { name: 'Anomalies' })).toBeChecked();
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect([changes(), runs()]).toEqual([0, 0]);
  });

  test('stores analyzers and segments', async () => {
    const { query } = await show({ datasetId: 'flights' });
    await pick('Analyzers', /^delays/);
    await userEvent.click(screen.getByRole('button', { name: 'Add a segment' }));
    await pick('Segment 1, key', 'origin');
    await pick('Segment 1, value', 'JFK');
    expect(query()).toEqual({
      refId: 'Anno',
      ...defaultAnnotationQuery,
      datasetId: 'flights',
      analyzerIds: ['delays'],
      segments: [{ tags: [{ key: 'origin', value: 'JFK' }] }],
    });
  });

  test('stores the tags of events', async () => {
    const { query } = await show({ datasetId: 'flights' });
    await userEvent.click(screen.getByRole('radio', { name: 'Events' }));
    await pick('Tags', 'origin');
    expect(query()).toMatchObject({ kind: 'events', queryType: 'events', tagKeys: ['origin'] });
    expect(parseQuery(query())).toMatchObject({ kind: 'events', tagKeys: ['origin'] });
  });

  test('says of a query of another kind that it makes none, and leaves it', async () => {
    const { changes } = await show({ ...defaultQuery, datasetId: 'flights' });
    expect(screen.getByText('A metric query makes no annotations. Choose Anomalies or Events.')).toBeInTheDocument();
    expect(changes()).toBe(0);
  });
});
