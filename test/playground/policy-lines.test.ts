import { expect } from '@open-wc/testing';
import { policyLines } from '../../demo/playground/policy-lines.js';

/** That rooms open under these lines is tested with the session; here is what SECURITY.md says of them. */
describe('policyLines', () => {
  let documented: string;
  before(async () => {
    documented = await (await fetch('/SECURITY.md')).text();
  });
  /** The origins of each directive, one after the other. */
  const directives = (lines: string[]) => {
    const found = new Map<string, Set<string>>();
    for (const line of lines) {
      const [name, ...origins] = line.split(' ');
      found.set(name!, new Set([...(found.get(name!) ?? []), ...origins]));
    }
    return found;
  };

  it('says the same as SECURITY.md', () => {
    const lines = (['script', 'iframe'] as const).flatMap(
      (mode) => policyLines({ mode }).contentSecurityPolicy,
    );
    const inDocument = [...documented.matchAll(/^((?:script|frame|connect)-src [^;`]+);$/gm)];
    expect(directives(lines)).to.deep.equal(directives(inDocument.map(([, line]) => line!)));
  });

  it('gives the Trusted Types of SECURITY.md, for iframe mode alone', () => {
    for (const line of policyLines({ mode: 'iframe' }).trustedTypes) {
      expect(documented).to.include(line);
    }
    expect(policyLines({ mode: 'script' }).trustedTypes).to.deep.equal([]);
  });

  it('permits camera and microphone to the hosts that are framed', () => {
    const { permissionsPolicy } = policyLines({ roomOrigin: 'https://rooms.example.com' });
    expect(permissionsPolicy.split(', ')).to.include.members([
      'camera=(self "https://rooms.example.com" "https://embed.livewebinar.com")',
      'microphone=(self "https://rooms.example.com" "https://embed.livewebinar.com")',
    ]);
  });
});
