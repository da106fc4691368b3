import '@testing-library/jest-dom';

// Node's, which jsdom hides. Its types stay out of the front end: there is no Node where that runs.
declare function require(name: 'node:util'): Pick<typeof globalThis, 'TextDecoder' | 'TextEncoder'>;
const { TextDecoder, TextEncoder } = require('node:util');
Object.assign(globalThis, { TextDecoder, TextEncoder });

// Icons are fetched; here nobody serves them.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

// i18next otherwise advertises itself in the console.
Object.assign(globalThis, { __i18next_supportNoticeShown: true });

// jsdom has no layout and no canvas; @grafana/ui asks both how wide a text is and when something was resized.
class NothingObserved implements ResizeObserver, IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
}

Object.defineProperty(window, 'ResizeObserver', { value: NothingObserved });
Object.defineProperty(window, 'IntersectionObserver', { value: NothingObserved });
Object.defineProperty(window, 'matchMedia', {
  value: (media: string) => ({ media, matches: false, addEventListener: () => {}, removeEventListener: () => {} }),
});
Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
  value: () => ({ measureText: (text: string) => ({ width: 8 * text.length }) }),
});
