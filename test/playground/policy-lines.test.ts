import { expect } from '@open-wc/testing';
import { policyLines } from '../../demo/playground/policy-lines.js';

/** Another test opens rooms under the lines of the documentation. */
describe('policyLines', () => {
  let documented: string;
  before(async () => {
    documented = await (await fetch('/docs/csp.md')).text();
  });

  for (const mode of ['script', 'iframe'] as const) {
    it(`includes every source of docs/csp.md: ${mode}`, () => {
      const [, lines = ''] =
        new RegExp(`<!-- csp:${mode} -->\\s+\`\`\`\\n([^\`]+)`).exec(documented) ?? [];
      const { contentSecurityPolicy } = policyLines({ mode, elementOrigin: 'https://unpkg.com' });
      const directives = lines.trim().split(/;\s*/).filter(Boolean);
      expect(directives).not.to.be.empty;
      for (const directive of directives) {
        const [name, ...sources] = directive.split(' ');
        const own = contentSecurityPolicy.find((line) => line.startsWith(`${name} `));
        expect(own?.split(' ')).to.include.members(sources);
      }
    });
  }

  it('gives the Trusted Types of docs/csp.md, for iframe mode only', () => {
    const { trustedTypes } = policyLines({ mode: 'iframe' });
    expect(trustedTypes).not.to.be.empty;
    for (const line of trustedTypes) expect(documented).to.include(line);
    expect(policyLines({ mode: 'script' }).trustedTypes).to.deep.equal([]);
  });

  it('gives the Permissions Policy of docs/csp.md', () => {
    expect(documented).to.include(policyLines({ mode: 'iframe' }).permissionsPolicy);
  });

  it('allows camera and microphone for the origins in iframes', () => {
    const { permissionsPolicy } = policyLines({ roomOrigin: 'https://rooms.example.com' });
    expect(permissionsPolicy.split(', ')).to.include.members([
      'camera=(self "https://rooms.example.com" "https://embed.livewebinar.com")',
      'microphone=(self "https://rooms.example.com" "https://embed.livewebinar.com")',
    ]);
  });
});
