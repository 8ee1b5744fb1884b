import { LICENSE_KEY } from '../url/vendor-constants.js';
import { isAllowedOrigin } from './allowed-origins.js';

interface ScriptUrlPolicy<Result> {
  createScriptURL(url: string): Result;
}
interface TrustedScriptUrl {
  toString(): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy<string>): ScriptUrlPolicy<TrustedScriptUrl>;
}

let policy: ScriptUrlPolicy<TrustedScriptUrl> | undefined;

/** Returns the URL of an embed script at an allowed origin. Throws a `TypeError` for any other URL. */
function checkScriptUrl(url: string): string {
  const { origin, pathname, searchParams } = new URL(url);
  if (!isAllowedOrigin(origin) || pathname !== '/em' || !searchParams.get(LICENSE_KEY)) {
    throw new TypeError('This is not the URL of an embed script at an allowed origin.');
  }
  return url;
}

/** Marks the URL of the embed script as trusted if the browser supports Trusted Types. */
export function trustScriptUrl(url: string): TrustedScriptUrl {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('livewebinar-room', { createScriptURL: checkScriptUrl });
  return policy?.createScriptURL(url) ?? url;
}
