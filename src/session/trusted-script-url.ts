interface ScriptUrlPolicy<Result> {
  createScriptURL(address: string, origin: string): Result;
}
interface TrustedScriptUrl {
  toString(): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy<string>): ScriptUrlPolicy<TrustedScriptUrl>;
}

let policy: ScriptUrlPolicy<TrustedScriptUrl> | undefined;

/** Lets through the address of an embed script at this origin and nothing else. */
function checkScriptUrl(address: string, origin: string): string {
  const url = new URL(address);
  if (url.origin !== origin || url.pathname !== '/em' || !url.searchParams.get('_license_key')) {
    throw new TypeError('Not the address of an embed script.');
  }
  return address;
}

/** Marks the address of the embed script as trusted, where the browser knows Trusted Types. */
export function trustScriptUrl(address: string, origin: string): TrustedScriptUrl {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('livewebinar-room', { createScriptURL: checkScriptUrl });
  return policy?.createScriptURL(address, origin) ?? address;
}
