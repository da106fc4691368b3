import { Stack } from '@grafana/ui';
import type { ProfilesQuery } from '../model.ts';
import { ColumnsField } from './fields/columns-field.tsx';
import { GranularityField } from './fields/granularity-field.tsx';
import { SegmentsField } from './fields/segments-field.tsx';
import type { EmptyFields, KindFieldsProps } from './kind.tsx';

interface Props extends KindFieldsProps<ProfilesQuery> {
  empty: EmptyFields;
}

/** What most kinds of queries ask: of which columns, segments and batches. */
export function CommonFields({ query, source, datasetId, id, mistakeAt, choose, empty }: Props) {
  const { include = [], exclude = [] } = query.columns ?? {};
  const picker = { source, datasetId };
  const chooseColumns = (included: string[], excluded: string[]): void => {
    const isAll = included.length === 0 && excluded.length === 0;
    choose({
      columns: isAll ? undefined : { include: included, ...(excluded.length > 0 && { exclude: excluded }) },
    });
  };
  return (
    <>
      <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
        {empty.columns !== null && (
          <>
            <ColumnsField
              {...picker}
              id={id('columns')}
              label="Columns"
              placeholder={empty.columns}
              value={include}
              mistake={mistakeAt('columns')}
              onChoose={(entries) => chooseColumns(entries, exclude)}
            />
            <ColumnsField
              {...picker}
              id={id('except')}
              label="Except"
              placeholder="none"
              value={exclude}
              onChoose={(entries) => chooseColumns(include, entries)}
            />
          </>
        )}
        <GranularityField
          id={id('granularity')}
          source={source}
          value={query.granularity}
          empty={empty.granularity}
          mistake={mistakeAt('granularity')}
          onChoose={(granularity) => choose({ granularity })}
        />
      </Stack>
      {empty.segments !== null && (
        <SegmentsField
          {...picker}
          id={id('segments')}
          value={query.segments}
          empty={empty.segments}
          mistake={mistakeAt('segments')}
          onChoose={(segments) => choose({ segments })}
        />
      )}
    </>
  );
}
