import { Field } from '@grafana/ui';
import { type KeyboardEvent, useRef, useState } from 'react';
import { CodeArea } from '../../code-area.tsx';
import { isJsonObject } from '../../../../pkg/contract/index.ts';
import type { StoredAnalyzer } from '../../model.ts';

interface Props {
  id: string;
  analyzer: StoredAnalyzer;
  /** A text that is an object; others stay in the field. */
  onType: (analyzer: StoredAnalyzer) => void;
  onDone: () => void;
}

/** The analyzer as text. What is no JSON yet is kept here and not in the query. */
export function AnalyzerJson({ id, analyzer, onType, onDone }: Props) {
  const stored = JSON.stringify(analyzer);
  const [draft, setDraft] = useState({ text: JSON.stringify(analyzer, null, 2), stored });
  // Changed from outside, as by the form.
  const text = draft.stored === stored ? draft.text : JSON.stringify(analyzer, null, 2);
  const isChanged = useRef(false);
  const mistake = mistakeIn(text);
  const done = (): void => {
    if (isChanged.current && mistake === undefined) {
      isChanged.current = false;
      onDone();
    }
  };
  return (
    <Field
      label="Analyzer as JSON"
      description="As in a monitor document, or its config alone. Without a targetMatrix it is about the columns and segments below. Takes effect on leaving the field, or with Ctrl+Enter."
      noMargin
      invalid={mistake !== undefined}
      error={mistake}
    >
      <CodeArea
        id={id}
        rows={Math.min(20, Math.max(8, text.split('\n').length + 1))}
        value={text}
        invalid={mistake !== undefined}
        onChange={({ currentTarget: { value } }) => {
          isChanged.current = true;
          const parsed = objectIn(value);
          setDraft({ text: value, stored: parsed === null ? stored : JSON.stringify(parsed) });
          if (parsed !== null) {
            onType(parsed);
          }
        }}
        onBlur={done}
        onKeyDown={({ key, ctrlKey, metaKey }: KeyboardEvent) => {
          if (key === 'Enter' && (ctrlKey || metaKey)) {
            done();
          }
        }}
      />
    </Field>
  );
}

function objectIn(text: string): StoredAnalyzer | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function mistakeIn(text: string): string | undefined {
  try {
    return isJsonObject(JSON.parse(text))
      ? undefined
      : 'An object is expected, such as {"config": {"type": "fixed", …}}.';
  } catch (error) {
    return `No JSON yet, so the query keeps what it had: ${error instanceof Error ? error.message : String(error)}`;
  }
}
