import fc from 'fast-check';
import type { ProfileModel } from '../model/profile-model.ts';
import { swapSides } from '../model/profile-model.ts';
import { defaultOptions, type ProfilePanelOptions } from '../options.ts';
import { anyHistogram, anyProfile } from '../testing/arbitrary-profile.ts';
import { pictured, picturedHistogram } from '../testing/model.ts';
import { type PictureName, pictures } from '../testing/pictures.ts';
import { plainNumber } from '../words/number.ts';
import { hitTest } from './hit-test.ts';
import { layout } from './layout.ts';
import { profileScene } from './profile-scene.ts';
import type { Mark, Scene } from './scene.ts';

function scene(
  profile: ProfileModel,
  width: number,
  height: number,
  options: Partial<ProfilePanelOptions> = {}
): Scene {
  return profileScene(profile, {
    layout: layout(width, height),
    options: { ...defaultOptions, ...options },
    format: { value: plainNumber },
    measure: (text) => 6 * text.length,
  });
}

function marksOf<Kind extends Mark['kind']>({ marks }: Scene, kind: Kind): Extract<Mark, { kind: Kind }>[] {
  return marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind);
}

function filled(own: Scene, fill: string) {
  return marksOf(own, 'rect').filter((mark) => mark.fill === fill);
}

function texts(own: Scene): string[] {
  return marksOf(own, 'text').map(({ text }) => text);
}

function numbersIn(mark: Mark): readonly number[] {
  switch (mark.kind) {
    case 'rect':
      return [mark.x, mark.y, mark.width, mark.height];
    case 'path':
      return [mark.lineWidth, ...mark.points];
    case 'dot':
      return [mark.x, mark.y, mark.radius];
    case 'text':
      return [mark.x, mark.y];
  }
}

const sizes = fc.constantFrom<[number, number]>([900, 500], [400, 240], [160, 80], [100, 60], [1, 1], [0, 0]);
const anyOptions = fc.record({
  xScale: fc.constantFrom('linear' as const, 'log' as const, 'symlog' as const),
  yMode: fc.constantFrom('auto' as const, 'count' as const, 'share' as const, 'density' as const),
  baselineStyle: fc.constantFrom('outline' as const, 'filled' as const, 'hidden' as const),
  categoryOrder: fc.constantFrom('contribution' as const, 'frequency' as const, 'baseline' as const),
  maxCategories: fc.integer({ min: 1, max: 30 }),
});

describe('every drawing', () => {
  it('is made of finite numbers, and of sizes that are not negative', () => {
    fc.assert(
      fc.property(anyProfile, sizes, anyOptions, (profile, [width, height], options) => {
        const own = scene(profile, width, height, options);
        expect(own.marks.flatMap(numbersIn).filter((number) => !Number.isFinite(number))).toEqual([]);
        expect(marksOf(own, 'rect').filter((mark) => mark.width < 0 || mark.height < 0)).toEqual([]);
        expect(own.items.flatMap(({ area }) => [area.x, area.y, area.width, area.height]).every(Number.isFinite)).toBe(
          true
        );
      }),
      { numRuns: 300 }
    );
  });

  it('has items in ascending order that the pointer finds', () => {
    fc.assert(
      fc.property(anyProfile, sizes, (profile, [width, height]) => {
        const { items, axis } = scene(profile, width, height);
        items.forEach(({ area }, idx) => {
          const next = items[idx + 1]?.area;
          const found = hitTest(items, axis, { x: area.x + area.width / 2, y: area.y + area.height / 2 });
          if (next !== undefined) {
            expect(next[axis]).toBeGreaterThanOrEqual(area[axis]);
          }
          // Bins of hardly any width lie on one pixel together; then one of them is found.
          const isApart = items.every(
            (other, i) => i === idx || other.area.x >= area.x + area.width || other.area.x + other.area.width <= area.x
          );
          if (axis === 'x' && isApart && area.width * area.height > 0) {
            expect(found).toBe(idx);
          }
        });
      })
    );
  });

  it.each(Object.keys(pictures).filter((name) => name !== 'empty') as PictureName[])(
    'of "%s" stays inside its canvas',
    (name) => {
      for (const [width, height] of [
        [900, 500],
        [400, 240],
        [160, 80],
        [100, 60],
      ] as const) {
        const own = scene(pictured(name), width, height);
        const { canvas } = layout(width, height);
        for (const mark of marksOf(own, 'rect')) {
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x + mark.width).toBeLessThanOrEqual(canvas.width + 1);
          expect(mark.y).toBeGreaterThanOrEqual(0);
          expect(mark.y + mark.height).toBeLessThanOrEqual(canvas.height);
        }
        for (const { text, x, y, align } of marksOf(own, 'text')) {
          const half = 3 * text.length;
          const left = align === 'left' ? x : align === 'right' ? x - 2 * half : x - half;
          expect([text, left >= -1, left + 2 * half <= canvas.width + 1, y >= 5, y <= canvas.height - 5]).toEqual([
            text,
            true,
            true,
            true,
            true,
          ]);
        }
      }
    }
  );

  it('of the same data is the same', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        expect(scene(profile, 400, 240)).toEqual(scene(profile, 400, 240));
      }),
      { numRuns: 30 }
    );
  });
});

describe('the drawing of a histogram', () => {
  it('spans its own edges: area is share where widths differ', () => {
    const profile = picturedHistogram('unequal-bins');
    const own = scene(profile, 900, 500, { showContributions: false });
    const bars = filled(own, 'target');
    const [third, fifth] = [bars[2], bars[4]];
    // [2, 5) holds 300 and [10, 20) 500: heights are as 300/3 to 500/10, widths as 3 to 10.
    expect((third?.height ?? 0) / (fifth?.height ?? 1)).toBeCloseTo(2, 1);
    expect((fifth?.width ?? 0) / (third?.width ?? 1)).toBeGreaterThan(3);
  });

  it('draws bars of the target, an outline of the baseline', () => {
    const own = scene(picturedHistogram('integers-0-to-9'), 900, 500, { showContributions: false });
    expect(filled(own, 'target')).toHaveLength(10);
    const [outline] = marksOf(own, 'path').filter(({ stroke }) => stroke === 'baseline');
    // From the floor, two points a bin, to the floor.
    expect(outline?.points).toHaveLength(2 * (1 + 20 + 1));
    expect(texts(own)).toEqual(expect.arrayContaining(['Share', '0%', '10%', '20%']));
  });

  it.each([
    ['outline', 0, 1],
    ['filled', 10, 1],
    ['hidden', 0, 0],
  ] as const)('draws a baseline that is %s', (baselineStyle, areas, lines) => {
    const own = scene(picturedHistogram('integers-0-to-9'), 900, 500, { baselineStyle });
    expect(filled(own, 'baseline-area')).toHaveLength(areas);
    expect(marksOf(own, 'path').filter(({ stroke }) => stroke === 'baseline')).toHaveLength(lines);
  });

  it.each([
    ['baseline-missing', true, 0],
    ['target-missing', false, 1],
  ] as const)('draws what there is: %s', (name, hasBars, outlines) => {
    const own = scene(pictured(name), 900, 500);
    expect(filled(own, 'target').length > 0).toBe(hasBars);
    expect(marksOf(own, 'path').filter(({ stroke }) => stroke === 'baseline')).toHaveLength(outlines);
  });

  it('is grey and without contributions where there are too few values', () => {
    const own = scene(pictured('five-values'), 900, 500);
    expect(filled(own, 'target')).toEqual([]);
    expect(filled(own, 'target-muted')).toHaveLength(4);
    expect([...filled(own, 'more'), ...filled(own, 'less')]).toEqual([]);
  });

  it.each(['single-value-0', 'single-value-7', 'single-value-minus-3'] as const)(
    'is a line with its count: %s',
    (name) => {
      const own = scene(pictured(name), 900, 500);
      expect(filled(own, 'target')).toHaveLength(1);
      expect(filled(own, 'target')[0]?.width).toBe(5);
      expect(texts(own)).toContain('single value, 4,200 times');
    }
  );

  it('has special values on an axis of their own', () => {
    const own = scene(pictured('nan-and-infinite'), 900, 500);
    expect(filled(own, 'special')).toHaveLength(3);
    expect(texts(own)).toEqual(expect.arrayContaining(['of all rows', 'null', 'NaN', '±∞', '14.7%']));
    expect(own.items.slice(0, 3).map(({ reading }) => reading.title)).toEqual([
      'Missing values (null)',
      'Not a number (NaN)',
      'Infinite values',
    ]);
    expect(filled(scene(pictured('nan-and-infinite'), 900, 500, { showSpecialValues: false }), 'special')).toEqual([]);
  });

  it('has them also when there is nothing else', () => {
    const own = scene(pictured('all-missing'), 900, 500);
    expect(filled(own, 'special')).toHaveLength(1);
    expect(own.items.map(({ reading }) => reading.rows)).toEqual([
      [
        { label: 'Count', target: '4,200', baseline: '120' },
        { label: 'Of all rows', target: '100%', baseline: '0.41%' },
      ],
    ]);
  });
});

describe('contributions', () => {
  it('are filled where the target has more, hatched where it has less', () => {
    const own = scene(pictured('shifted'), 900, 500);
    const [more, less] = [filled(own, 'more'), filled(own, 'less')];
    // The target lies to the right of the baseline.
    expect(Math.max(...less.map(({ x }) => x))).toBeLessThan(Math.min(...more.map(({ x }) => x)));
  });

  it('are exchanged when the sides are', () => {
    fc.assert(
      fc.property(
        anyHistogram.filter(({ target, baseline }) => target !== null && baseline !== null),
        (profile) => {
          const judged = { ...profile, judgement: { state: 'not-judged', algorithm: null, distance: null } as const };
          const [own, swapped] = [judged, swapSides(judged)].map((one) => scene(one, 900, 500));
          const cells = (drawn: Scene | undefined, fill: string) => (drawn ? filled(drawn, fill) : []);
          const equal = profile.contributions?.contribution.some(
            (_, i) => profile.contributions?.targetShares[i] === profile.contributions?.baselineShares[i]
          );
          if (equal !== true) {
            expect(cells(swapped, 'less')).toEqual(cells(own, 'more').map((mark) => ({ ...mark, fill: 'less' })));
          }
        }
      )
    );
  });

  it('are not drawn where nothing differs', () => {
    const profile = picturedHistogram('shifted');
    const { contributions } = profile;
    const same = {
      ...profile,
      contributions: contributions && { ...contributions, contribution: contributions.contribution.map(() => 0) },
    };
    const own = scene(same, 900, 500);
    expect([...filled(own, 'more'), ...filled(own, 'less')]).toEqual([]);
    expect(texts(own)).not.toContain('drift');
  });

  it('are short where the distance is far below the threshold', () => {
    const longest = (name: PictureName) => {
      const own = scene(pictured(name), 900, 500);
      return Math.max(0, ...[...filled(own, 'more'), ...filled(own, 'less')].map(({ height }) => height));
    };
    expect(longest('shifted')).toBe(24);
    // Hellinger 0.007 of 0.2.
    expect(longest('same')).toBeLessThan(1);
  });

  it('are passed on to the keyboard once for each of the analyzer’s bins', () => {
    const profile = picturedHistogram('shifted');
    const own = scene(profile, 900, 500);
    expect(own.items.filter(({ contribution }) => contribution !== null)).toHaveLength(
      profile.contributions?.contribution.length ?? 0
    );
  });
});

describe('the drawing of categories', () => {
  it('has a row each, with badges in words', () => {
    const own = scene(pictured('categories'), 900, 500);
    expect(own.axis).toBe('y');
    expect(own.items).toHaveLength(9);
    expect(texts(own)).toEqual(expect.arrayContaining(['American', 'gone', 'Skywest', 'new', '(empty)', 'target']));
  });

  it('has as many rows as there is room for, and one for the others', () => {
    const own = scene(pictured('many-categories'), 900, 500);
    expect(texts(own)).toContain('45 others');
    expect(own.items.at(-1)?.reading.title).toBe('Missing values (null)');
    expect(texts(scene(pictured('many-categories'), 900, 500, { maxCategories: 4 }))).toContain('57 others');
  });

  it('measures bars by the most frequent category, shown or not, and draws none for the others together', () => {
    const own = scene(pictured('many-categories'), 900, 500, { categoryOrder: 'frequency', maxCategories: 2 });
    const all = scene(pictured('many-categories'), 900, 500, { categoryOrder: 'frequency', maxCategories: 10 });
    expect(filled(own, 'target')).toHaveLength(1);
    expect(filled(own, 'target')[0]?.width).toBeCloseTo(filled(all, 'target')[0]?.width ?? 0, 9);
  });

  it('shortens names in their middle', () => {
    expect(texts(scene(pictured('many-categories'), 400, 240))).toContainEqual(
      expect.stringMatching(/^\/api.*….*ions$/)
    );
  });
});

describe('a log scale', () => {
  it('is named, with what a bar is high for', () => {
    const own = scene(pictured('six-decades'), 900, 500, { xScale: 'log' });
    // Bins of one factor have one width there: shares may be compared.
    expect(texts(own)).toEqual(expect.arrayContaining(['Share', 'log scale', '0.01', '100']));
    const even = scene(pictured('shifted'), 900, 500, { xScale: 'log' });
    expect(texts(even)).toEqual(expect.arrayContaining(['Density (share per width drawn)', 'log scale, linear to ±3']));
  });

  it('breaks the axis at zero where values lie on both sides of it', () => {
    const lines = (xScale: 'linear' | 'symlog', name: PictureName) =>
      marksOf(scene(pictured(name), 900, 500, { xScale }), 'path').filter(
        ({ points: [x0, y0 = 0, x1, y1 = 0], stroke }) => stroke === 'axis' && x0 === x1 && y1 - y0 > 100
      ).length;
    expect(lines('symlog', 'both-tails')).toBe(1);
    expect(lines('linear', 'both-tails')).toBe(0);
    expect(lines('symlog', 'six-decades')).toBe(0);
  });

  it('makes areas probabilities', () => {
    const own = filled(scene(pictured('both-tails'), 900, 500, { xScale: 'symlog' }), 'target');
    const counts = [20, 60, 150, 220, 300, 420, 520, 640, 700, 900, 760, 700, 620, 560, 400, 320, 240, 120, 60];
    const areas = own.map(({ width, height }) => (width + 1) * height);
    const whole = areas.reduce((a, b) => a + b, 0);
    const n = counts.reduce((a, b) => a + b, 0);
    // Edges are on whole pixels.
    areas.forEach((area, i) => expect(area / whole).toBeCloseTo((counts[i] ?? 0) / n, 2));
    expect(areas).toHaveLength(counts.length);
  });
});
