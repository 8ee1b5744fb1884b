interface ScriptUrlPolicy {
  createScriptURL(address: string): { toString(): string };
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/** Lets through the address of an embed script and nothing else. */
function checkScriptUrl(address: string): string {
  const { protocol, pathname, searchParams } = new URL(address);
  if (!/^https?:$/.test(protocol) || pathname !== '/em' || !searchParams.get('_license_key')) {
    throw new TypeError('Not the address of an embed script.');
  }
  return address;
}

/** Marks the address of the embed script as trusted, where the browser knows Trusted Types. */
export function trustScriptUrl(address: string): { toString(): string } {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('livewebinar-room', { createScriptURL: checkScriptUrl });
  return policy?.createScriptURL(address) ?? address;
}
