import { encodePairs } from './form.js';

/** Replaces secrets and e-mail addresses in a text with an ellipsis. */
export type Redact = (text: string) => string;

/** A run of characters that can be in an e-mail address. Each run is matched once, so the time is linear. */
const WORD = /[^\s"'<>(),;:]+/g;

/** An at sign after a name, unescaped or escaped for a URL, JSON or HTML. */
const AT_SIGN = /.(?:[@\uff20\ufe6b]|%(?:25)*40|\\u0040|&(?:#0*64|#x0*40|commat)\b)/i;

/** A quoted name before an at sign. Its length is limited to keep the time linear. */
const QUOTED_NAME = /"[^"\n]{1,64}"(?=@)/g;

/** Maximum number of nested causes that are kept. */
const MAX_CAUSES = 5;

/**
 * Creates a function that redacts secrets, in every encoding in which they are sent, and e-mail addresses. The
 * function runs in linear time.
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const spellings = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret.toWellFormed()),
      encodePairs([['', secret]]).slice('='.length),
      JSON.stringify(secret).slice(1, -1),
    ])
    // If a secret contains another one, replacing the shorter one first would leave the rest of the longer one.
    .sort((one, other) => other.length - one.length);
  return (text) =>
    spellings
      .reduce((redacted, spelling) => redacted.replaceAll(spelling, '…'), text)
      .replace(QUOTED_NAME, '…')
      .replace(WORD, (word) => (AT_SIGN.test(word) ? '…' : word));
}

/**
 * Copies the name, code, message, stack and causes of an error, redacted. Other properties are omitted: errors
 * of a custom `fetch()` may contain the whole request in them.
 */
export function redactError(error: unknown, redact: Redact, depth = MAX_CAUSES): unknown {
  if (typeof error === 'string') return redact(error);
  if (!(error instanceof Error) || depth === 0) return undefined;
  const { cause, code } = error as { cause?: unknown; code?: unknown };
  const redactedCause = redactError(cause, redact, depth - 1);
  const copy = new Error(redact(error.message), redactedCause ? { cause: redactedCause } : {});
  copy.name = redact(error.name);
  if (error.stack) copy.stack = redact(error.stack);
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? Object.assign(copy, { code }) : copy;
}
