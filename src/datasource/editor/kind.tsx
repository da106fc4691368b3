import type { CoreApp } from '@grafana/data';
import type { ComponentType } from 'react';
import type { Changes, CommonQuery, ProfilesQuery } from '../model.ts';
import type { ProfilesSource } from '../source.ts';

/** What the fields of one kind of query are shown with. */
export interface KindFieldsProps<Query extends ProfilesQuery> {
  /** With its defaults filled in. */
  query: Query;
  /** Variables replaced; empty while none is chosen. */
  datasetId: string;
  source: ProfilesSource;
  isAlert: boolean;
  /** The id of an input. */
  id: (field: string) => string;
  /** What the back end would say of a place in the query. */
  mistakeAt: (place: string) => string | undefined;
  /** A choice: it takes effect at once. */
  choose: (changes: Changes<Query>) => void;
  /** A key of a text: it takes effect with `run`. */
  type: (changes: Changes<Query>) => void;
  run: () => void;
}

/** What holds where a common field is left empty, in words; null: the kind has no such field. */
export interface EmptyFields {
  columns: string | null;
  segments: string | null;
  /** Null: days, as everywhere but in a monitor document. */
  granularity: string | null;
}

/** Of questions about batches themselves. */
export const ofBatches: EmptyFields = { columns: 'all columns', segments: 'the whole dataset', granularity: null };

/** Of questions to the monitoring engine: its document says what is meant. */
export const ofDocument: EmptyFields = {
  columns: 'all that are analyzed',
  segments: 'all that are analyzed',
  granularity: 'As the document says',
};

interface Kind<Query extends ProfilesQuery> {
  kind: Query['kind'];
  label: string;
  description: string;
  /** Why it can be no alert condition; null when it can. */
  notForAlerts: string | null;
  empty: EmptyFields;
  /** A new query of this kind. */
  begin: (common: CommonQuery, app: CoreApp | undefined) => Query;
  /** Fields beside the common ones; null when there are none. */
  Fields: ComponentType<KindFieldsProps<Query>> | null;
}

/** A kind as the editor sees it, whichever it is. */
export type AnyKind = Omit<Kind<ProfilesQuery>, 'kind'> & { kind: ProfilesQuery['kind'] };

/** Declares the editor of one kind of query. */
export function defineKind<Query extends ProfilesQuery>(kind: Kind<Query>): AnyKind {
  // The editor hands a query to the fields of its own kind only: it finds them by that kind.
  return kind as unknown as AnyKind;
}
