import { DataSourceWithBackend, getDataSourceSrv } from '@grafana/runtime';
import { defer, type Observable } from 'rxjs';
import type { DatasetsResource } from '../../../pkg/contract/index.ts';

/** Asks a saved data source for its datasets. */
export function savedDatasets(uid: string): Observable<DatasetsResource> {
  return defer(async () => {
    const source = await getDataSourceSrv().get({ uid });
    if (!(source instanceof DataSourceWithBackend)) {
      throw new Error('the data source has no back end; reload the page');
    }
    return source.getResource<DatasetsResource>('datasets', undefined, {
      showErrorAlert: false,
      // Grafana otherwise hands the back end settings that are up to 5 seconds old: those before the save.
      headers: { 'X-Grafana-NoCache': 'true' },
    });
  });
}
