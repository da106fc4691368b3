/** Keys of the plot, for people who hear it. */
export const keysHelp =
  'Arrow keys move by bar, with Shift by five, Home and End to the ends, n and p to the next and previous ' +
  'contribution to the distance, Enter pins the reading, Escape leaves.';
