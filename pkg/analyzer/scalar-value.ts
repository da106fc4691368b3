/** The value of a metric that is one number, text or truth value. */
export type ScalarValue = number | string | boolean;

/** What kind of value a metric has, by the names of its contract. */
export type ScalarType = 'float' | 'integer' | 'string' | 'boolean';
