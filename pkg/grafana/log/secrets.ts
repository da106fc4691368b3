const replacement = '[redacted]';

/** Shorter values occur by chance in ordinary texts; replacing them would garble every line. */
const minSecretChars = 8;

/** Keys of objects and headers whose values are never written. */
const secretKey =
  /pass(word|wd|phrase)?$|secret|token|authorization|cookie|credential|session|signature|api[-_]?key|private[-_]?key|access[-_]?key|x-grafana-id|x-id-token/i;

/** Credentials in texts that others wrote: authorization schemes, and user and password in a URL. */
const credentialTexts: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer)\s+[\w.~+/=-]{8,}/gi, `$1 ${replacement}`],
  [/\b(basic)\s+[A-Za-z0-9+/]{6,}={1,2}/gi, `$1 ${replacement}`],
  [/(:\/\/)[^\s/@:]+:[^\s/@]+@/g, `$1${replacement}@`],
];

/** Whether a value under this key must not be written. */
export function isSecretKey(key: string): boolean {
  return secretKey.test(key);
}

/** The secrets that this process knows at the moment, and what keeps them out of texts. */
export class Secrets {
  /** How often each is held, since two instances may share a password. */
  readonly #held = new Map<string, number>();

  /** Keeps the values out of texts until the returned function is called. */
  hold(values: Iterable<string>): () => void {
    const kept = [...values].filter((value) => value.length >= minSecretChars);
    for (const value of kept) {
      this.#held.set(value, (this.#held.get(value) ?? 0) + 1);
    }
    return () => {
      for (const value of kept.splice(0)) {
        const count = this.#held.get(value) ?? 0;
        if (count > 1) {
          this.#held.set(value, count - 1);
        } else {
          this.#held.delete(value);
        }
      }
    };
  }

  /** The text without credentials. */
  redact(text: string): string {
    let safe = text;
    for (const secret of this.#held.keys()) {
      safe = safe.replaceAll(secret, replacement);
    }
    for (const [pattern, by] of credentialTexts) {
      safe = safe.replace(pattern, by);
    }
    return safe;
  }
}
