import { type PictureName, pictures } from '../testing/pictures.ts';
import { pictured } from '../testing/model.ts';
import { hasLongTail } from './long-tail.ts';

describe('a long tail', () => {
  it('is where values reach over more than three decades of what their bins tell apart', () => {
    const names = (Object.keys(pictures) as PictureName[]).filter((name) => name !== 'empty');
    expect(names.filter((name) => hasLongTail(pictured(name)))).toEqual(['six-decades', 'both-tails']);
  });
});
