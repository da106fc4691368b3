import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv';

// Written from Grafana's and Docker's documentation: what they take, and of that only what we use. An unknown key is an
// error here, because Grafana and Docker pass over most of them in silence.

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const word = { type: 'string', minLength: 1 } as const;
const organisation = { const: 1 } as const;
const duration = { type: 'string', pattern: '^\\d+(s|m|h|d)$' } as const;
const texts = { type: 'object', additionalProperties: word } as const;

function object(
  required: Readonly<Record<string, SchemaObject>>,
  optional: Readonly<Record<string, SchemaObject>> = {}
) {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  } as const;
}

function list(items: SchemaObject, minItems = 1): SchemaObject {
  return { type: 'array', items, minItems };
}

const mount = { type: 'string', pattern: '^(\\./[\\w./-]*:/[\\w./-]+:ro|(work|plugin|profiles):/[\\w/-]+(:ro)?)$' };
const service = object(
  { image: { type: 'string', pattern: '^(?:[a-z]+/)?[a-z]+:v?\\d+\\.\\d+\\.\\d+(?:-[a-z]+)?$' }, volumes: list(mount) },
  {
    entrypoint: list(word),
    command: list(word),
    user: word,
    network_mode: { const: 'none' },
    cap_drop: { const: ['ALL'] },
    restart: { const: 'no' },
    depends_on: {
      type: 'object',
      additionalProperties: object({ condition: { enum: ['service_started', 'service_completed_successfully'] } }),
    },
    // Nothing is to be reached from another machine.
    ports: list({ type: 'string', pattern: '^127\\.0\\.0\\.1:\\d+:\\d+$' }),
    environment: { type: 'object', propertyNames: { pattern: '^GF_[A-Z_]+$' }, additionalProperties: word },
  }
);

const range = object({ from: { type: 'integer', minimum: 0 }, to: { const: 0 } });
const query = object(
  {
    refId: { type: 'string', pattern: '^\\w+$' },
    datasourceUid: word,
    relativeTimeRange: range,
    model: { type: 'object' },
  },
  { queryType: word }
);
const rule = object({
  uid: { type: 'string', pattern: '^[\\w-]{1,40}$' },
  title: word,
  condition: word,
  for: duration,
  noDataState: { enum: ['NoData', 'Alerting', 'OK', 'KeepLast'] },
  execErrState: { enum: ['Error', 'Alerting', 'OK', 'KeepLast'] },
  missing_series_evals_to_resolve: { type: 'integer', minimum: 1 },
  labels: texts,
  annotations: texts,
  dashboardUid: word,
  panelId: { type: 'integer', minimum: 1 },
  data: list(query),
});

const datasource = object({ type: word, uid: word });
const grid = { type: 'integer', minimum: 0, maximum: 24 } as const;
const panel = {
  type: 'object',
  required: ['id', 'type', 'title', 'gridPos', 'options'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    type: word,
    title: { type: 'string' },
    gridPos: object({
      x: grid,
      y: { type: 'integer', minimum: 0 },
      w: { ...grid, minimum: 1 },
      h: { ...grid, minimum: 1 },
    }),
    datasource,
    targets: list({ type: 'object', required: ['refId', 'datasource', 'kind', 'queryType', 'schemaVersion'] }),
  },
};

const schemas = {
  compose: object({
    services: { type: 'object', minProperties: 1, additionalProperties: service },
    volumes: { type: 'object', additionalProperties: { type: 'null' } },
  }),
  apps: object({
    apiVersion: { const: 1 },
    apps: list(object({ type: word, org_id: organisation, disabled: { const: false } })),
  }),
  datasources: object({
    apiVersion: { const: 1 },
    datasources: list(
      object({
        name: word,
        uid: { type: 'string', pattern: '^[\\w-]{1,40}$' },
        type: word,
        access: { const: 'proxy' },
        isDefault: { type: 'boolean' },
        jsonData: object({ store: object({ type: { const: 'file' }, path: { type: 'string', pattern: '^/' } }) }),
      })
    ),
  }),
  providers: object({
    apiVersion: { const: 1 },
    providers: list(
      object({
        name: word,
        folder: word,
        type: { const: 'file' },
        allowUiUpdates: { type: 'boolean' },
        options: object({ path: { type: 'string', pattern: '^/' } }),
      })
    ),
  }),
  rules: object({
    apiVersion: { const: 1 },
    groups: list(object({ orgId: organisation, name: word, folder: word, interval: duration, rules: list(rule) })),
  }),
  contactPoints: object({
    apiVersion: { const: 1 },
    contactPoints: list(
      object({
        orgId: organisation,
        name: word,
        receivers: list(
          object({
            uid: word,
            type: { const: 'prometheus-alertmanager' },
            settings: object({ url: { type: 'string', pattern: '^http://[a-z]+:\\d+$' } }),
          })
        ),
      })
    ),
  }),
  policies: object({
    apiVersion: { const: 1 },
    policies: list(
      object({
        orgId: organisation,
        receiver: word,
        group_by: list(word),
        group_wait: duration,
        group_interval: duration,
        repeat_interval: duration,
      })
    ),
  }),
  alertmanager: object({
    route: object({
      receiver: word,
      group_by: list(word),
      group_wait: duration,
      group_interval: duration,
      repeat_interval: duration,
    }),
    receivers: list(object({ name: word })),
  }),
  dashboard: {
    type: 'object',
    required: ['id', 'uid', 'title', 'tags', 'schemaVersion', 'version', 'time', 'annotations', 'templating', 'panels'],
    properties: {
      id: { type: 'null' },
      uid: { type: 'string', pattern: '^[\\w-]{1,40}$' },
      title: word,
      // Grafana 12.4's own; an older one is migrated at each load.
      schemaVersion: { const: 42 },
      timezone: { const: 'utc' },
      time: object({ from: word, to: word }),
      panels: list(panel),
    },
  },
} satisfies Record<string, SchemaObject>;

export type Shape = keyof typeof schemas;

const compiled = new Map<Shape, ValidateFunction>();

/** What is wrong with a file, one line each; empty when it fits. */
export function faults(shape: Shape, content: unknown): readonly string[] {
  const validate = compiled.get(shape) ?? ajv.compile(schemas[shape]);
  compiled.set(shape, validate);
  validate(content);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`
  );
}
