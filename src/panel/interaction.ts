/** What a person points at, or has walked to by keys. */
export interface Interaction {
  /** Index of the item that is read; null for none. */
  readonly active: number | null;
  /** The focus ring and the spoken reading belong to the keyboard. */
  readonly source: 'pointer' | 'keyboard';
  /** A pinned reading stays when the pointer leaves. */
  readonly isPinned: boolean;
}

export type InteractionEvent =
  | { readonly type: 'point'; readonly item: number | null }
  | { readonly type: 'leave' }
  | { readonly type: 'blur' }
  | { readonly type: 'click'; readonly item: number | null }
  | { readonly type: 'key'; readonly key: string; readonly isShifted: boolean; readonly items: KeyboardItems };

/** What keys can go to. */
export interface KeyboardItems {
  readonly count: number;
  /** Items by descending contribution. */
  readonly byContribution: readonly number[];
}

export const noInteraction: Interaction = { active: null, source: 'pointer', isPinned: false };

/** Items that an arrow key with Shift passes over. */
const stride = 5;

/** Keys that the plot takes; all others are left to the page. */
export function isOwnKey(key: string): boolean {
  return /^(Arrow(Left|Right|Up|Down)|Home|End|Enter|Escape|n|p)$/.test(key);
}

function walk(active: number | null, step: number, count: number): number {
  if (active === null) {
    return step > 0 ? 0 : count - 1;
  }
  return Math.min(Math.max(active + step, 0), count - 1);
}

/** The next contributor after the one that is active, or the largest. */
function walkContributors(active: number | null, step: 1 | -1, byContribution: readonly number[]): number | null {
  const rank = active === null ? -1 : byContribution.indexOf(active);
  const next = rank < 0 ? 0 : Math.min(Math.max(rank + step, 0), byContribution.length - 1);
  return byContribution[next] ?? active;
}

function pressed(state: Interaction, key: string, isShifted: boolean, items: KeyboardItems): Interaction {
  if (key === 'Escape' || items.count === 0) {
    return noInteraction;
  }
  const step = isShifted ? stride : 1;
  const go = (active: number | null): Interaction => ({ active, source: 'keyboard', isPinned: state.isPinned });
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return go(walk(state.active, step, items.count));
    case 'ArrowLeft':
    case 'ArrowUp':
      return go(walk(state.active, -step, items.count));
    case 'Home':
      return go(0);
    case 'End':
      return go(items.count - 1);
    case 'n':
      return go(walkContributors(state.active, 1, items.byContribution));
    case 'p':
      return go(walkContributors(state.active, -1, items.byContribution));
    case 'Enter':
      return { ...state, isPinned: state.active !== null && !state.isPinned };
    default:
      return state;
  }
}

/** What follows of an event. */
export function interact(state: Interaction, event: InteractionEvent): Interaction {
  switch (event.type) {
    case 'point':
      return state.isPinned || (event.item === state.active && state.source === 'pointer')
        ? state
        : { active: event.item, source: 'pointer', isPinned: false };
    case 'leave':
      return state.isPinned || state.source === 'keyboard' ? state : noInteraction;
    case 'blur':
      return state.isPinned ? state : noInteraction;
    case 'click':
      return event.item === null || (state.isPinned && event.item === state.active)
        ? { active: event.item, source: 'pointer', isPinned: false }
        : { active: event.item, source: 'pointer', isPinned: true };
    case 'key':
      return pressed(state, event.key, event.isShifted, event.items);
  }
}

/** What keys can go to in a list of items with their contributions; those without one are no contributors. */
export function keyboardItems(contributions: readonly (number | null)[]): KeyboardItems {
  const ranked = contributions.flatMap((contribution, idx) =>
    contribution === null || contribution === 0 ? [] : [{ idx, size: Math.abs(contribution) }]
  );
  return {
    count: contributions.length,
    byContribution: ranked.sort((a, b) => b.size - a.size || a.idx - b.idx).map(({ idx }) => idx),
  };
}
