import { pictured } from '../testing/model.ts';
import { trustBadges } from './trust.ts';

describe('badges', () => {
  it('are none where there is nothing to say', () => {
    expect(trustBadges(pictured('shifted'), [])).toEqual([]);
  });

  it('tell notices by the worst of them, and gaps', () => {
    expect(trustBadges(pictured('partial-with-notices'), [])).toEqual([
      {
        severity: 'warning',
        label: '2 notices',
        details: ['flights/2013-03-06.bin cannot be read: byte 512, wrong magic', 'the last batch is not complete yet'],
      },
      { severity: 'info', label: 'gaps', details: ['The baseline has data for 5 of its 7 periods.'] },
    ]);
  });

  it('tell frames that could not be drawn', () => {
    expect(trustBadges(pictured('shifted'), ['x cannot be drawn: bins 1 and 2 overlap.'])).toEqual([
      { severity: 'warning', label: '1 notice', details: ['x cannot be drawn: bins 1 and 2 overlap.'] },
    ]);
  });

  it('tell what the data source did not say', () => {
    expect(trustBadges(pictured('older-data-source'), [])).toEqual([
      {
        severity: 'info',
        label: 'incomplete',
        details: ['The data source does not say: labels, verdict, sentence, target, baselineSpec.'],
      },
    ]);
  });
});
