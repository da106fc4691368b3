/** A cron expression, field by field: the values that each allows. Seconds stand first where there are six fields. */
export interface CronFields {
  /** As croner reads it: `5/2` is written out as `5-59/2`. */
  readonly expression: string;
  readonly second: ReadonlySet<number>;
  readonly minute: ReadonlySet<number>;
  readonly hour: ReadonlySet<number>;
  readonly day: ReadonlySet<number>;
  readonly month: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekday: ReadonlySet<number>;
  /** True when the day of the month is restricted. */
  readonly limitsDay: boolean;
  readonly limitsWeekday: boolean;
}

interface FieldRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const rules: readonly FieldRule[] = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31 },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  // 7 is Sunday too.
  { name: 'day of the week', min: 0, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
];

const macros: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

/** Why an expression cannot be read; the text names the field. */
export interface CronFault {
  readonly fault: string;
}

function valueOf(text: string, rule: FieldRule): number | null {
  const named = rule.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) {
    // Months are counted from 1, weekdays from 0.
    return named + rule.min;
  }
  const value = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return value >= rule.min && value <= rule.max ? value : null;
}

/** One entry of a field's list: `*`, `5`, `1-5`, `5/2` or `1-5/2`, as values and as croner reads it. */
function readEntry(
  entry: string,
  rule: FieldRule
): { readonly values: readonly number[]; readonly text: string } | null {
  const [range = '', step, ...rest] = entry.split('/');
  const stride = step === undefined ? 1 : /^\d{1,2}$/.test(step) ? Number(step) : 0;
  const [from = '', to, ...more] = range.split('-');
  if (rest.length > 0 || more.length > 0 || stride === 0) {
    return null;
  }
  const isAny = range === '*' || range === '?';
  const start = isAny ? rule.min : valueOf(from, rule);
  const end = isAny ? rule.max : to !== undefined ? valueOf(to, rule) : step === undefined ? start : rule.max;
  if (start === null || end === null || end < start) {
    return null;
  }
  const values = [];
  for (let value = start; value <= end; value += stride) {
    values.push(value);
  }
  const whole = isAny ? '*' : `${start}-${end}`;
  // croner refuses steps that leave a single value.
  return { values, text: values.length === 1 ? `${start}` : step === undefined ? whole : `${whole}/${stride}` };
}

function readField(
  field: string,
  rule: FieldRule
): { readonly values: ReadonlySet<number>; readonly text: string } | null {
  const entries = field.split(',').map((entry) => readEntry(entry, rule));
  const values = new Set<number>();
  const texts = [];
  for (const entry of entries) {
    if (entry === null) {
      return null;
    }
    entry.values.forEach((value) => values.add(value));
    texts.push(entry.text);
  }
  return { values, text: texts.join(',') };
}

/**
 * Reads a cron expression: five fields (Unix), six (Spring: seconds first) or one of the macros `@yearly`,
 * `@annually`, `@monthly`, `@weekly`, `@daily`, `@hourly` (spec/monitor-config.md 2.1).
 */
export function readCronFields(cron: string): CronFields | CronFault {
  const text = cron.trim();
  const fields = (macros.get(text) ?? text).split(/\s+/);
  if (fields.length !== 5 && fields.length !== 6) {
    return {
      fault: `it has ${fields.length} field${fields.length === 1 ? '' : 's'}; there are 5, or 6 with seconds first`,
    };
  }
  const read = [];
  for (const [i, rule] of rules.entries()) {
    const field = fields.length === 6 ? fields[i] : i === 0 ? '0' : fields[i - 1];
    const found = readField(field ?? '', rule);
    if (found === null) {
      return { fault: `"${field ?? ''}" is no ${rule.name} (${rule.min} to ${rule.max}, lists, ranges and steps)` };
    }
    read.push(found);
  }
  const [second, minute, hour, day, month, weekday] = read;
  if (!second || !minute || !hour || !day || !month || !weekday) {
    throw new TypeError('six rules give six fields');
  }
  const weekdays = new Set([...weekday.values].map((value) => value % 7));
  return {
    expression: read
      .slice(fields.length === 6 ? 0 : 1)
      .map((field) => field.text)
      .join(' '),
    second: second.values,
    minute: minute.values,
    hour: hour.values,
    day: day.values,
    month: month.values,
    weekday: weekdays,
    limitsDay: !day.text.startsWith('*'),
    limitsWeekday: !weekday.text.startsWith('*'),
  };
}
