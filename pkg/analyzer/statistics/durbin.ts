import { at } from '../element.ts';

/** A square matrix, row by row. */
interface SquareMatrix {
  readonly size: number;
  readonly cells: Float64Array;
}

function product(left: SquareMatrix, right: SquareMatrix): SquareMatrix {
  const { size } = left;
  const cells = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let sum = 0;
      for (let i = 0; i < size; i += 1) {
        sum += at(left.cells, row * size + i) * at(right.cells, i * size + column);
      }
      cells[row * size + column] = sum;
    }
  }
  return { size, cells };
}

function power(matrix: SquareMatrix, exponent: number): SquareMatrix {
  if (exponent === 1) {
    return matrix;
  }
  const half = power(matrix, Math.floor(exponent / 2));
  const square = product(half, half);
  return exponent % 2 === 0 ? square : product(square, matrix);
}

/** Durbin's matrix for n times the statistic = k - h, k whole and 0 < h <= 1. */
function durbinMatrix(k: number, h: number): SquareMatrix {
  const size = 2 * k - 1;
  const cells = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    let factorial = 1;
    // Right of the diagonal's neighbour all is 0; from there to the left the cells are 1 / (row - column + 1)!.
    for (let column = Math.min(row + 1, size - 1); column >= 0; column -= 1) {
      factorial *= Math.max(1, row - column + 1);
      const corner = row === size - 1 && column === 0 ? Math.max(0, 2 * h - 1) ** size : 0;
      const left = column === 0 ? h ** (row + 1) : 0;
      const bottom = row === size - 1 ? h ** (size - column) : 0;
      cells[row * size + column] = (1 - left - bottom + corner) / factorial;
    }
  }
  return { size, cells };
}

/**
 * The exact probability that the two-sided Kolmogorov statistic of n values stays below d, by the power of a matrix
 * (Marsaglia, Tsang and Wang, Journal of Statistical Software 8 (18), 2003). Time grows with (n d)^3.
 *
 * @param n a whole number from 1 to about 500, beyond which the numbers get too large
 * @param d above 0, below 1
 */
export function durbinProbability(n: number, d: number): number {
  const k = Math.floor(n * d) + 1;
  const { size, cells } = power(durbinMatrix(k, k - n * d), n);
  let probability = at(cells, (k - 1) * (size + 1));
  for (let i = 1; i <= n; i += 1) {
    probability *= i / n;
  }
  return probability;
}
