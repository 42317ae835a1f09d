// What the server has refused, in words.

/** A sentence for whoever stands there. */
export function sentenceOf(problem) {
  const errors = Object.entries(problem.errors ?? {}).map(([pointer, rules]) => `${pointer.slice(1)} ${rules.join(', ')}.`);
  return errors.length > 0 ? errors.join(' ') : problem.detail;
}
