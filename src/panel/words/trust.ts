import type { ProfileModel } from '../model/profile-model.ts';

/** A remark on how far the picture can be believed: a few words, and the whole text on focus. */
export interface TrustBadge {
  readonly severity: 'info' | 'warning' | 'error';
  readonly label: string;
  readonly details: readonly string[];
}

const severities = ['info', 'warning', 'error'] as const;

function worst(severity: readonly TrustBadge['severity'][]): TrustBadge['severity'] {
  return severities[Math.max(...severity.map((one) => severities.indexOf(one)))] ?? 'info';
}

function partial(profile: ProfileModel): readonly TrustBadge[] {
  const sides = [
    ['target', profile.targetFacts],
    ['baseline', profile.baselineFacts],
  ] as const;
  const details = sides.flatMap(([name, side]) =>
    side === null || side.buckets <= side.batches
      ? []
      : [`The ${name} has data for ${side.batches} of its ${side.buckets} periods.`]
  );
  return details.length === 0 ? [] : [{ severity: 'info', label: 'gaps', details }];
}

/** Badges for what the data source said, for what it did not say, and for frames that could not be drawn. */
export function trustBadges(profile: ProfileModel, refusals: readonly string[]): readonly TrustBadge[] {
  const { notices, missing } = profile;
  const texts = [...notices.map(({ text }) => text), ...refusals];
  const count = texts.length === 1 ? '1 notice' : `${texts.length} notices`;
  const severity = worst([
    ...notices.map((notice) => notice.severity),
    ...(refusals.length > 0 ? ['warning' as const] : []),
  ]);
  return [
    ...(texts.length === 0 ? [] : [{ severity, label: count, details: texts }]),
    ...partial(profile),
    ...(missing.length === 0
      ? []
      : [
          {
            severity: 'info' as const,
            label: 'incomplete',
            details: [`The data source does not say: ${missing.join(', ')}.`],
          },
        ]),
  ];
}
