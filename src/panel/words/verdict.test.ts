import type { Judgement } from '../model/profile-model.ts';
import { verdictText, verdictWords } from './verdict.ts';

const judged = (state: 'anomaly' | 'ok', distance: number, threshold: number): Judgement => ({
  state,
  algorithm: 'hellinger',
  distance,
  threshold,
});

describe('the verdict', () => {
  it.each<[Judgement, string]>([
    [judged('anomaly', 0.3142, 0.2), 'Drift, Hellinger 0.31 > 0.2'],
    [judged('ok', 0.2, 0.2), 'No drift, Hellinger 0.2 ≤ 0.2'],
    // Rounded they would look equal.
    [judged('anomaly', 0.2003, 0.2), 'Drift, Hellinger 0.2003 > 0.2'],
    [judged('ok', 0, 0), 'No drift, Hellinger 0 ≤ 0'],
    [{ state: 'not-judged', algorithm: 'psi', distance: 0.08 }, 'Not judged, PSI 0.08'],
    [{ state: 'not-judged', algorithm: 'kl_divergence', distance: null }, 'Not judged'],
    [{ state: 'not-judged', algorithm: null, distance: 0.08 }, 'Not judged, 0.08'],
    [{ state: 'no-baseline' }, 'No baseline'],
    [{ state: 'no-target' }, 'No target'],
    [{ state: 'not-enough-data' }, 'Not enough data'],
    [{ state: 'failed' }, 'Analysis failed'],
  ])('%j is "%s"', (judgement, text) => {
    expect(verdictText({ judgement })).toBe(text);
  });

  it('names no distance where there is none', () => {
    expect(verdictWords({ judgement: { state: 'not-judged', algorithm: 'jensenshannon', distance: null } })).toEqual({
      state: 'not-judged',
      title: 'Not judged',
      algorithm: null,
      numbers: null,
    });
  });
});
