import { Input } from '@grafana/ui';
import { type KeyboardEvent, useRef } from 'react';

interface Props {
  id: string;
  value: string;
  placeholder?: string;
  width?: number;
  invalid?: boolean;
  disabled?: boolean;
  onType: (text: string) => void;
  /** Enter was pressed, or the field was left after a change. */
  onDone: () => void;
}

/** A text that takes effect when it is finished, not with each key. */
export function TypedInput({ onType, onDone, width = 12, ...shown }: Props) {
  const isChanged = useRef(false);
  const done = (): void => {
    isChanged.current = false;
    onDone();
  };
  return (
    <Input
      {...shown}
      width={width}
      onChange={({ currentTarget }) => {
        isChanged.current = true;
        onType(currentTarget.value);
      }}
      onBlur={() => {
        if (isChanged.current) {
          done();
        }
      }}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === 'Enter') {
          done();
        }
      }}
    />
  );
}
