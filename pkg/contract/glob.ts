/** `*` for any text, also none, and `?` for one character (a code point). All else stands for itself. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * True when the glob describes the whole text. Upper and lower case differ.
 *
 * Not by a regular expression: a glob such as `*?*?*?*?x` takes one minutes on a name of 40 letters, and anyone who may
 * ask a query writes globs. This takes at most one step for each pair of characters.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const [pattern, characters] = [Array.from(glob), Array.from(text)];
  let [inPattern, inText] = [0, 0];
  // The last asterisk, and the place in the text behind what it stands for as yet.
  let [asterisk, resume] = [-1, 0];
  while (inText < characters.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      asterisk = inPattern;
      resume = inText;
      inPattern += 1;
    } else if (wanted !== undefined && (wanted === '?' || wanted === characters[inText])) {
      inPattern += 1;
      inText += 1;
    } else if (asterisk >= 0) {
      resume += 1;
      inText = resume;
      inPattern = asterisk + 1;
    } else {
      return false;
    }
  }
  return pattern.slice(inPattern).every((rest) => rest === '*');
}
