import { formatMonitorDocument } from '../format-monitor-document.ts';
import type { Problem, ProblemSeverity } from '../problem.ts';
import { schemaLimits } from '../schema/schema-parts.ts';
import { has, isComposite, partAt, partsAt, type RawAnalyzer, type RawPart, textAt, textsAt } from './raw-view.ts';

/** Composite analyzers that one document may have. */
export const maxComposites = 10;

function problem(severity: ProblemSeverity, path: string, text: string): Problem {
  return { severity, path, code: 'composite', text };
}

function canonical(part: RawPart | null, key: string): string {
  const value = part?.object[key] ?? null;
  return formatMonitorDocument({ value });
}

/** Rule 13 of spec/monitor-config.md section 9. */
function errors(composites: readonly RawAnalyzer[], ids: ReadonlySet<string>): readonly Problem[] {
  const { min, max } = schemaLimits.children;
  return composites.flatMap((parent, i) => {
    const children = textsAt(parent.config, 'analyzerIds');
    const path = `${parent.path}.config.analyzerIds`;
    return [
      ...(i === maxComposites
        ? [
            problem(
              'error',
              parent.path,
              `a document has at most ${maxComposites} composite analyzers, this one has ${composites.length}. Remedy: remove some`
            ),
          ]
        : []),
      ...(children.length < min || children.length > max
        ? [
            problem(
              'error',
              path,
              `a composite has ${min} to ${max} children, this one has ${children.length}. Remedy: add or remove some`
            ),
          ]
        : []),
      ...children.flatMap((child, k) =>
        ids.has(child)
          ? []
          : [problem('error', `${path}[${k}]`, `there is no analyzer "${child}". Remedy: add it or correct the id`)]
      ),
    ];
  });
}

function segmentWarnings(child: RawAnalyzer): readonly Problem[] {
  return partsAt(child.target, 'segments').flatMap((segment) => {
    const tags = partsAt(segment, 'tags');
    return [
      ...(tags.length > 1
        ? [problem('warning', segment.path, 'a child of a composite has a segment of several tags. Remedy: one tag')]
        : []),
      ...tags.flatMap((tag) =>
        textAt(tag, 'value') === '*'
          ? [
              problem(
                'warning',
                `${tag.path}.value`,
                'a child of a composite has a segment for each value. Remedy: one value'
              ),
            ]
          : []
      ),
    ];
  });
}

function includeWarnings(child: RawAnalyzer): readonly Problem[] {
  const include = textsAt(child.target, 'include');
  const path = `${child.path}.targetMatrix.include`;
  const wide = include.findIndex((entry) => entry === '*' || entry.startsWith('weight>') || entry.startsWith('group:'));
  return [
    ...(include.length > 1
      ? [
          problem(
            'warning',
            path,
            `a child of a composite has one column, this one includes ${include.length}. Remedy: one name`
          ),
        ]
      : []),
    ...(wide >= 0
      ? [
          problem(
            'warning',
            `${path}[${wide}]`,
            `a child of a composite has one column, and "${include[wide] ?? ''}" may be many. Remedy: one name`
          ),
        ]
      : []),
  ];
}

function parentWarnings(parent: RawAnalyzer, byId: ReadonlyMap<string, RawAnalyzer>): readonly Problem[] {
  const ids = textsAt(parent.config, 'analyzerIds');
  const path = `${parent.path}.config.analyzerIds`;
  const children = ids.flatMap((id) => byId.get(id) ?? []);
  const schedule = canonical(parent, 'schedule');
  const segments = new Set(children.map((child) => canonical(child.target, 'segments')));
  return [
    ...(has(partAt(parent, 'targetMatrix'), 'segments')
      ? [
          problem(
            'warning',
            `${parent.path}.targetMatrix.segments`,
            'a composite takes the segments of its children. Remedy: remove them'
          ),
        ]
      : []),
    ...ids.flatMap((id, k): readonly Problem[] => {
      const child = byId.get(id);
      const place = `${path}[${k}]`;
      return [
        ...(ids.indexOf(id) < k ? [problem('warning', place, `"${id}" is named twice. Remedy: remove one`)] : []),
        ...(child !== undefined && isComposite(child)
          ? [
              problem(
                'warning',
                place,
                `"${id}" is ${child.id === parent.id ? 'this composite itself' : 'a composite too'}. Remedy: name its children`
              ),
            ]
          : []),
        ...(child !== undefined && canonical(child, 'schedule') !== schedule
          ? [problem('warning', place, `"${id}" has another schedule than this composite. Remedy: the same one`)]
          : []),
      ];
    }),
    ...(segments.size > 1
      ? [problem('warning', path, 'the children have different segments. Remedy: the same ones')]
      : []),
  ];
}

function sharedChildren(composites: readonly RawAnalyzer[]): readonly Problem[] {
  const parents = new Map<string, string>();
  return composites.flatMap((parent) =>
    [...new Set(textsAt(parent.config, 'analyzerIds'))].flatMap((id) => {
      const first = parents.get(id);
      parents.set(id, first ?? parent.path);
      return first === undefined
        ? []
        : [
            problem(
              'warning',
              `${parent.path}.config.analyzerIds`,
              `"${id}" is a child of ${first} too. Remedy: an analyzer of its own for each`
            ),
          ];
    })
  );
}

/** Rule 13 of spec/monitor-config.md section 9, and its warnings about composites. */
export function compositeRules(analyzers: readonly RawAnalyzer[]): readonly Problem[] {
  const composites = analyzers.filter(isComposite);
  const byId = new Map(
    analyzers.flatMap((analyzer) => (analyzer.id === null ? [] : [[analyzer.id, analyzer] as const]))
  );
  const childIds = new Set(composites.flatMap((parent) => textsAt(parent.config, 'analyzerIds')));
  const children = analyzers.filter(
    (analyzer) => analyzer.id !== null && childIds.has(analyzer.id) && !isComposite(analyzer)
  );
  return [
    ...errors(composites, new Set(byId.keys())),
    ...composites.flatMap((parent) => parentWarnings(parent, byId)),
    ...sharedChildren(composites),
    ...children.flatMap((child) => [...segmentWarnings(child), ...includeWarnings(child)]),
  ];
}
