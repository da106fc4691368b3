import type { MonitorFilter } from '../document/monitor-parts.ts';
import { datasetColumn, type FilteredRecord, passesDigestLimits, passesFilter } from './anomaly-filter.ts';
import { filter } from './testing/monitor.ts';

describe('the filter of single anomalies', () => {
  it.each<[number | null, boolean]>([
    [0.6, false],
    [0.4, true],
    [null, true],
  ])('golden 81: maxWeight .5 and the weight %p: %p', (segmentWeight, expected) => {
    const record = { column: 'a', metric: 'count', segmentWeight };
    expect(passesFilter(filter({ maxWeight: 0.5 }), record)).toBe(expected);
  });

  it.each<[Partial<MonitorFilter>, Partial<FilteredRecord>, boolean]>([
    [{}, {}, true],
    [{ includeColumns: ['b', 'a'] }, {}, true],
    [{ includeColumns: ['b'] }, {}, false],
    [{ includeColumns: [] }, {}, false],
    [{ excludeColumns: ['b', 'a'] }, {}, false],
    [{ excludeColumns: ['b'] }, {}, true],
    [{ excludeColumns: [] }, {}, true],
    [{ includeColumns: ['a'], excludeColumns: ['a'] }, {}, false],
    [{ includeColumns: ['a'] }, { column: null }, false],
    [{ includeColumns: [datasetColumn] }, { column: null }, true],
    [{ excludeColumns: [datasetColumn] }, { column: null }, false],
    [{ excludeColumns: ['a'] }, { column: null }, true],
    [{ includeMetrics: ['histogram', 'count'] }, {}, true],
    [{ includeMetrics: ['histogram'] }, {}, false],
    [{ includeMetrics: [] }, {}, false],
    [{ includeMetrics: ['classification_f1'] }, { metric: 'classification.f1' }, true],
    [{ includeMetrics: ['column_list'] }, { metric: 'field_list' }, true],
    [{ includeMetrics: ['unknown'] }, { metric: 'unknown' }, true],
    [{ includeMetrics: ['count'] }, { metric: null }, false],
    [{ minWeight: 0.5 }, { segmentWeight: 0.5 }, true],
    [{ minWeight: 0.5 }, { segmentWeight: 0.49 }, false],
    [{ minWeight: 0.5 }, { segmentWeight: null }, false],
    [{ minWeight: 0 }, { segmentWeight: null }, false],
    [{ maxWeight: 0.5 }, { segmentWeight: 0.5 }, true],
    [{ maxWeight: 0.5 }, { segmentWeight: 0.51 }, false],
    [{ maxWeight: 0.5 }, { segmentWeight: -1 }, true],
    [{ minWeight: 0.2, maxWeight: 0.5 }, { segmentWeight: null }, false],
    [{ minWeight: 0.2, maxWeight: 0.5 }, { segmentWeight: 0.3 }, true],
  ])('%j and %j: %p', (given, record, expected) => {
    expect(passesFilter(filter(given), { column: 'a', metric: 'count', segmentWeight: 1, ...record })).toBe(expected);
  });

  it('keeps all where there is none', () => {
    expect(passesFilter(null, { column: null, metric: null, segmentWeight: null })).toBe(true);
  });

  it('calls the dataset as WhyLabs did', () => {
    expect(datasetColumn).toBe('__internal__.datasetMetrics');
  });
});

describe('the limits of a digest', () => {
  it.each<[Partial<MonitorFilter>, boolean]>([
    [{ minAlertCount: 40 }, true],
    [{ minAlertCount: 45 }, false],
    [{ maxAlertCount: 40 }, false],
    [{ maxAlertCount: 45 }, true],
  ])('golden 82: 42 anomalies and %j: %p', (given, expected) => {
    expect(passesDigestLimits(filter(given), { numAnomalies: 42, totalWeight: null })).toBe(expected);
  });

  it.each<[Partial<MonitorFilter>, number | null, boolean]>([
    [{}, null, true],
    [{ minAlertCount: 42 }, null, true],
    [{ minAlertCount: 43 }, null, false],
    [{ maxAlertCount: 42 }, null, true],
    [{ maxAlertCount: 41 }, null, false],
    [{ minTotalWeight: 2 }, 2, true],
    [{ minTotalWeight: 2 }, 1.9, false],
    [{ minTotalWeight: 0 }, null, false],
    [{ maxTotalWeight: 2 }, 2, true],
    [{ maxTotalWeight: 2 }, 2.1, false],
    [{ maxTotalWeight: 2 }, null, true],
    [{ maxTotalWeight: -1 }, null, true],
  ])('%j and the weight %p: %p', (given, totalWeight, expected) => {
    expect(passesDigestLimits(filter(given), { numAnomalies: 42, totalWeight })).toBe(expected);
  });

  it('do not exist without a filter', () => {
    expect(passesDigestLimits(null, { numAnomalies: 0, totalWeight: null })).toBe(true);
  });
});
