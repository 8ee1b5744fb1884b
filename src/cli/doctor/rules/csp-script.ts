import { SECOND_SCRIPT_PATH } from '../../../url/vendor-constants.js';
import {
  allowsInlineScript,
  allowsUrl,
  findDirective,
  formatDirective,
  formatWithSources,
  hashSource,
  isStrictDynamic,
  type CspPolicy,
  type Directive,
} from '../csp.js';
import type { ElementScript } from '../element-script.js';
import { VISITORS, type Change } from '../../../findings/finding.js';
import type { Context, Rule } from '../rule.js';

const NONCE = /^'nonce-/i;
/** Matches sources other than nonces, hashes and keywords such as `'report-sample'`. */
const ALLOWED_BY_URL = /^('self'|'unsafe-inline'|[^']+)$/i;

/** Finds policies that block the element's own file, the embed script or the script that it adds. */
export const cspScript: Rule = (context) =>
  context.page.policies.flatMap((policy) => {
    const directive = findDirective(policy, 'script-src-elem');
    if (!directive) return [];
    const nonce = context.page.elements.find(
      ({ name, attributes }) => name === 'script' && attributes.nonce,
    )?.attributes.nonce;
    const createFindings = (what: string, change: Change) => [
      {
        rule: 'csp-script',
        level: 'error' as const,
        visitors: VISITORS.everyone,
        message: `The room does not open: the policy blocks ${what} (${directive.name}).`,
        change,
      },
    ];
    const isInlineAllowed = ({ script, how }: ElementScript) =>
      how === 'src' || allowsInlineScript(directive, script.text, script.attributes.nonce);

    const inline = context.scripts.find((one) => !isInlineAllowed(one));
    if (inline)
      return createFindings(
        'the inline script that loads the element',
        createInlineChange(policy, directive, inline),
      );

    const own = findBlockedFiles(context, directive, nonce);
    const vendor = findBlockedOrigins(context, directive, nonce);
    const missing = [...new Set([...own.map(({ url }) => url.origin), ...vendor])];
    if (missing.length === 0) return [];
    if (own.length > 0 && isStrictDynamic(directive))
      return createFindings("the element's own script", {
        where: `line ${own[0]!.line}`,
        to: '<script nonce="…"> with the nonce of the policy; with strict-dynamic, hosts have no effect',
      });
    // With `'strict-dynamic'`, scripts with a nonce can add further scripts, but URLs have no effect.
    const canBeStrict =
      own.length === 0 && !directive.sources.some((one) => ALLOWED_BY_URL.test(one));
    const hasNonce = directive.sources.some((one) => NONCE.test(one));
    return createFindings(own.length > 0 ? "the element's own script" : "LiveWebinar's scripts", {
      where: policy.where,
      from: formatDirective(directive),
      to: formatWithSources(directive, canBeStrict && hasNonce ? ["'strict-dynamic'"] : missing),
    });
  });

function createInlineChange(
  policy: CspPolicy,
  directive: Directive,
  { line, script }: ElementScript,
): Change {
  if (directive.sources.some((one) => NONCE.test(one)))
    return { where: `line ${line}`, to: '<script nonce="…"> with the nonce of the policy' };
  return {
    where: policy.where,
    from: formatDirective(directive),
    to: formatWithSources(directive, [hashSource(script.text)]),
  };
}

/** Returns the scripts that load the element and whose URL is blocked. */
const findBlockedFiles = (
  { page, scripts }: Context,
  directive: Directive,
  nonce: string | undefined,
): ElementScript[] =>
  scripts.filter(({ url, script: { attributes }, how }) => {
    const traits =
      how === 'src'
        ? { nonce: attributes.nonce, integrity: attributes.integrity }
        : // An import has the nonce of its script. Which script uses an import map is unknown.
          { nonce: how === 'import' ? attributes.nonce : nonce };
    return !allowsUrl(directive, url, page.url, traits);
  });

/** Returns the embed origins of which one of the two scripts is blocked. */
const findBlockedOrigins = (
  { page, rooms }: Context,
  directive: Directive,
  nonce: string | undefined,
): string[] =>
  rooms
    .filter(({ mode }) => mode === 'script')
    .filter(({ embedOrigin, element }) => {
      const allows = (path: string, scriptNonce?: string) =>
        allowsUrl(directive, new URL(path, embedOrigin), page.url, {
          nonce: scriptNonce,
          isAddedByScript: true,
        });
      // The embed script adds the second script, without a nonce.
      return !allows('/em', element?.attributes.nonce || nonce) || !allows(SECOND_SCRIPT_PATH);
    })
    .map(({ embedOrigin }) => embedOrigin);
