import { css } from '@emotion/css';

/** For screen readers only. */
export function getHiddenStyle(): string {
  return css({
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
}
