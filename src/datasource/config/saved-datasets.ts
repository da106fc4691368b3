import { DataSourceWithBackend, getDataSourceSrv } from '@grafana/runtime';
import { defer, type Observable } from 'rxjs';
import type { DatasetsResource, DocumentCheckResource } from '../../../pkg/contract/index.ts';

/** The data source as it was saved last. */
async function savedSource(uid: string): Promise<DataSourceWithBackend> {
  const source = await getDataSourceSrv().get({ uid });
  if (!(source instanceof DataSourceWithBackend)) {
    throw new Error('the data source has no back end; reload the page');
  }
  return source;
}

/** Asks a saved data source for its datasets. */
export function savedDatasets(uid: string): Observable<DatasetsResource> {
  return defer(async () => {
    const source = await savedSource(uid);
    return source.getResource<DatasetsResource>('datasets', undefined, {
      showErrorAlert: false,
      // Grafana otherwise hands the back end settings that are up to 5 seconds old: those before the save.
      headers: { 'X-Grafana-NoCache': 'true' },
    });
  });
}

/** Asks a saved data source what it would make of a monitor document, which need not be saved. */
export function checkDocument(uid: string, document: unknown): Observable<DocumentCheckResource> {
  return defer(async () => {
    const source = await savedSource(uid);
    return source.postResource<DocumentCheckResource>(
      'monitor-document/check',
      { text: document },
      { showErrorAlert: false }
    );
  });
}
