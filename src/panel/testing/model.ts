import type { DataFrame } from '@grafana/data';
import { parseProfiles } from '../model/parse-profiles.ts';
import type { CategoriesProfile, HistogramProfile, ProfileModel } from '../model/profile-model.ts';
import { type PictureName, pictures } from './pictures.ts';

/** The first profile of frames that must have one. */
export function modelOf(frames: readonly DataFrame[]): ProfileModel {
  const { profiles, refusals } = parseProfiles(frames);
  const [first] = profiles;
  if (first === undefined) {
    throw new Error(`no profile: ${refusals.join(' ')}`);
  }
  return first.model;
}

/** The profile of a picture. */
export function pictured(name: PictureName): ProfileModel {
  return modelOf(pictures[name]());
}

export function picturedHistogram(name: PictureName): HistogramProfile {
  const model = pictured(name);
  if (model.shape !== 'histogram') {
    throw new Error(`${name} is no histogram`);
  }
  return model;
}

export function picturedCategories(name: PictureName): CategoriesProfile {
  const model = pictured(name);
  if (model.shape !== 'categories') {
    throw new Error(`${name} has no categories`);
  }
  return model;
}
