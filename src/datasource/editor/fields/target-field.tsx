import { Field } from '@grafana/ui';
import type { ProfileQuery } from '../../model.ts';
import type { KindFieldsProps } from '../kind.tsx';
import { RadioField } from './radio-field.tsx';
import { TypedInput } from './typed-input.tsx';

interface Props extends Pick<KindFieldsProps<ProfileQuery>, 'query' | 'mistakeAt' | 'choose' | 'type' | 'run'> {
  id: string;
}

const targets = [
  { value: 'latest', label: 'Newest batch' },
  { value: 'range', label: 'Whole range', description: 'All batches of the dashboard’s range together' },
  { value: 'batch', label: 'One batch', description: 'The batch of a day or a moment' },
] as const;

/** Whose distribution is shown. Without a target, a batch is one: that is how a dashboard leaves it to a variable. */
export function TargetField({ id, query, mistakeAt, choose, type, run }: Props) {
  const { batch = '' } = query;
  const target = query.target ?? (batch === '' ? 'range' : 'batch');
  const problem = target === 'batch' && batch === '' ? 'Type the day, such as 2013-03-08.' : mistakeAt('batch');
  return (
    <>
      <RadioField
        label="Of"
        options={targets}
        value={target}
        onChoose={(chosen) =>
          // Nothing is asked before the batch is named.
          chosen === 'batch' && batch === '' ? type({ target: chosen }) : choose({ target: chosen })
        }
      />
      {target === 'batch' && (
        <Field label="Batch" noMargin invalid={problem !== undefined} error={problem}>
          <TypedInput
            id={id}
            width={24}
            placeholder="2013-03-08 or $batch"
            value={batch}
            invalid={problem !== undefined}
            onType={(text) => type({ batch: text })}
            onDone={run}
          />
        </Field>
      )}
    </>
  );
}
