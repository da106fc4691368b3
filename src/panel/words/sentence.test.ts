import fc from 'fast-check';
import { anyProfile } from '../testing/arbitrary-profile.ts';
import { pictured, picturedHistogram } from '../testing/model.ts';
import type { PictureName } from '../testing/pictures.ts';
import { plainNumber } from './number.ts';
import { sentence } from './sentence.ts';

const format = { value: plainNumber };

describe('the sentence', () => {
  it.each<[PictureName, string]>([
    ['same', 'The distribution is nearly the same; the median stayed at 29.5; no missing values.'],
    [
      'shifted',
      'Values of 40 or more rose from 23.8% to 71.6%; the median moved from 29.5 to 47.5; no missing values.',
    ],
    ['widened', 'Values from 13 to 49 fell from 80% to 52.7%; the median stayed at 29.5; no missing values.'],
    [
      'missing-rises',
      'The distribution is nearly the same; the median stayed at 29.5; missing values rose from 0.2% to 51%.',
    ],
    // Edges between whole numbers are told as whole numbers.
    ['integers-0-to-9', 'Values from 2 to 4 fell from 54.4% to 50.9%; the median stayed at 2; no missing values.'],
    ['single-value-minus-3', 'All values of both are −3; no missing values.'],
    ['baseline-missing', '7,288 values, from −18.5 to 98.5, median 38.5.'],
    ['target-missing', 'No values in the target; the baseline has 50,994 values, from −18.5 to 89.5, median 29.5.'],
    ['categories', '"American" fell from 10.5% to 0%; new: "Skywest"; no missing values.'],
    ['plain-histogram', '77 values.'],
    ['all-missing', 'No values to draw; missing values rose from 0.41% to 100%.'],
  ])('of "%s"', (name, text) => {
    expect(sentence(pictured(name), format)).toBe(text);
  });

  it('tells special values that changed', () => {
    expect(sentence(pictured('nan-and-infinite'), format)).toMatch(
      /missing values rose from 0\.62% to 4%; NaN values rose from 0\.15% to 14\.7%; infinite values rose from 0% to 1\.3%\.$/
    );
  });

  it('claims no more than the sketches can tell', () => {
    const profile = picturedHistogram('shifted');
    const facts = profile.targetFacts && { ...profile.targetFacts, rankError: 0.3 };
    expect(sentence({ ...profile, targetFacts: facts, baselineFacts: facts }, format)).toMatch(
      /^The distributions differ by less than the sketches can tell \(60%\);/
    );
  });

  it('says that a baseline is missing where nobody else does', () => {
    expect(sentence({ ...pictured('baseline-missing'), verdictSentence: null }, format)).toBe(
      '7,288 values, from −18.5 to 98.5, median 38.5; no baseline to compare with.'
    );
  });

  it('leaves out what is not known', () => {
    const profile = picturedHistogram('shifted');
    expect(sentence({ ...profile, targetFacts: null }, format)).toBe('Values of 40 or more rose from 23.8% to 71.6%.');
  });

  it('uses the unit', () => {
    expect(sentence(pictured('single-value-7'), { value: (value) => `${value} min` })).toMatch(
      /^All values of both are 7 min;/
    );
  });

  it('is one for every profile, without NaN and undefined', () => {
    fc.assert(
      fc.property(
        anyProfile.filter(({ shape }) => shape !== 'categories'),
        (profile) => {
          const text = sentence(profile, format);
          expect(text).toMatch(/^\S.*\.$/);
          expect(text).not.toMatch(/undefined|Infinity|null/);
          expect(text.replaceAll('NaN values', '')).not.toMatch(/NaN/);
        }
      )
    );
  });
});
