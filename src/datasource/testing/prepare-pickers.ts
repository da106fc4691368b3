import { configure } from '@testing-library/react';

/** How long a machine under load may take for what a quiet one does at once, ms. */
const patienceMs = 30_000;

/** jsdom has no layout, and a virtual list without a height has no rows: every element is 400 x 300 here. */
export function preparePickers(): void {
  const size = { width: 400, height: 300, top: 0, left: 0, bottom: 300, right: 400, x: 0, y: 0 };
  Object.defineProperty(Element.prototype, 'getBoundingClientRect', { value: () => ({ ...size, toJSON: () => size }) });
  for (const [name, value] of Object.entries({ Height: size.height, Width: size.width })) {
    Object.defineProperty(HTMLElement.prototype, `offset${name}`, { value });
    Object.defineProperty(Element.prototype, `client${name}`, { value });
  }
  configure({ asyncUtilTimeout: patienceMs });
  jest.setTimeout(4 * patienceMs);
}
