import {
  CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  type MetricFindValue,
  type ScopedVars,
} from '@grafana/data';
import { catchError, map, type Observable, of, switchMap, throwError } from 'rxjs';
import { selectsColumn } from '../../../pkg/contract/index.ts';
import { errorText } from '../error-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import type { ProfilesSource } from '../source.ts';
import { completeVariableQuery, defaultVariableQuery, variableLists, type VariableQuery } from './variable-query.ts';

/** Dashboard variables that list what the store has. */
export class ProfilesVariables extends CustomVariableSupport<ProfilesSource, VariableQuery> {
  readonly editor = lazyPart(async () => (await import('./variable-editor.tsx')).VariableEditor);
  private readonly source: ProfilesSource;

  constructor(source: ProfilesSource) {
    super();
    this.source = source;
  }

  override getDefaultQuery(): Partial<VariableQuery> {
    return defaultVariableQuery;
  }

  override query({ targets, scopedVars }: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    return this.values(completeVariableQuery(targets[0]), scopedVars).pipe(
      map((values) => ({ data: values.map((text): MetricFindValue => ({ text, value: text })) })),
      catchError((error: unknown) => throwError(() => new Error(errorText(error))))
    );
  }

  /** The values, in the back end's order. */
  private values(query: VariableQuery, scopedVars: ScopedVars): Observable<readonly string[]> {
    const replace = (text: string): string => this.source.replaceVariables(text, scopedVars);
    const { lists } = this.source;
    if (query.list === 'datasets') {
      return lists.datasets().pipe(map(({ datasets }) => datasets.map(({ id }) => id)));
    }
    return this.dataset(replace(query.datasetId)).pipe(
      switchMap((id): Observable<readonly string[]> => {
        switch (query.list) {
          case 'columns': {
            const selection = { include: [replace(query.only ?? '') || '*'], exclude: [] };
            return lists
              .columns(id)
              .pipe(
                map(({ columns }) =>
                  columns.filter((column) => selectsColumn(selection, column)).map(({ name }) => name)
                )
              );
          }
          case 'segmentKeys':
            return lists.segments(id).pipe(map(({ keys }) => keys.map(({ key }) => key)));
          case 'segmentValues': {
            const wanted = replace(query.segmentKey ?? '');
            return lists.segments(id).pipe(map(({ keys }) => keys.find(({ key }) => key === wanted)?.values ?? []));
          }
          case 'references':
            return lists.references(id).pipe(map(({ references }) => references.map(({ profileId }) => profileId)));
          default:
            return throwError(() => new Error(`"${query.list}" is no list; there are ${variableLists.join(', ')}`));
        }
      })
    );
  }

  private dataset(id: string): Observable<string> {
    if (id !== '') {
      return of(id);
    }
    return this.source.soleDataset().pipe(
      map((sole) => {
        if (sole === null) {
          throw new Error('the store does not have exactly one dataset; choose the dataset of this variable');
        }
        return sole;
      })
    );
  }
}
