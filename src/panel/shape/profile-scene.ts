import type { ProfileModel } from '../model/profile-model.ts';
import { categoriesScene } from './categories-scene.ts';
import { histogramScene } from './histogram-scene.ts';
import { histogramParts } from './layout.ts';
import type { Scene } from './scene.ts';
import type { SceneContext } from './scene-context.ts';
import { specialBars } from './special-bars.ts';
import { specialValues } from './special-values.ts';

/** A profile without cells may still have missing values to show. */
function emptyScene(profile: ProfileModel, { layout, options }: SceneContext): Scene {
  const specials = options.showSpecialValues ? specialValues(profile.targetFacts, profile.baselineFacts) : [];
  const { special } = histogramParts(layout, { specials: specials.length, hasContributions: false });
  const { marks, items } =
    special === null ? { marks: [], items: [] } : specialBars(specials, special, options.baselineStyle);
  return { marks, items, axis: 'x' };
}

/** The drawing of a profile of any shape. */
export function profileScene(profile: ProfileModel, context: SceneContext): Scene {
  switch (profile.shape) {
    case 'histogram':
      return histogramScene(profile, context);
    case 'categories':
      return categoriesScene(profile, context);
    case 'empty':
      return emptyScene(profile, context);
  }
}
