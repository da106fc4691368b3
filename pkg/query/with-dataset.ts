import { ContractError, type Query } from '../contract/index.ts';
import { StoreError } from '../store/index.ts';
import type { TimelineIndex } from '../timeline/index.ts';
import { RequestError } from './error.ts';
import type { QueryRequest } from './request.ts';

/** Most datasets that the error for a query without one names. Default 10: as many as fit into a panel. */
export const namedChoices = 10;

/**
 * A request's query with the dataset that it means: one that names none means the only dataset of the store.
 *
 * @throws ContractError for an alert rule, whose meaning must not depend on what else comes into the store; RequestError
 *   ambiguous-dataset where there are several; StoreError unknown-dataset where there is none
 */
export function withDataset(index: TimelineIndex, { query, isAlert }: QueryRequest): Query {
  if (query.datasetId !== '') {
    return query;
  }
  if (isAlert) {
    throw new ContractError(
      'missing',
      'datasetId',
      'an alert rule must name its dataset, or its meaning would change with the next dataset in the store. Remedy: choose the dataset in the rule'
    );
  }
  const [only, ...others] = index.datasets;
  if (only === undefined) {
    throw new StoreError(
      'unknown-dataset',
      'the store holds no profiles yet. Remedy: put them into a folder named after their dataset'
    );
  }
  if (others.length > 0) {
    const known = index.datasets.slice(0, namedChoices).map(({ datasetId }) => datasetId);
    const more = index.datasets.length > known.length ? ', …' : '';
    throw new RequestError(
      'ambiguous-dataset',
      `the query names no dataset, and the store has ${index.datasets.length}: ${known.join(', ')}${more}. Remedy: choose one in the query`
    );
  }
  return { ...query, datasetId: only.datasetId };
}
