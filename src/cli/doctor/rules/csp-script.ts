import { SECOND_SCRIPT_PATH } from '../../../url/vendor-constants.js';
import { addSources, allowsUrl, findDirective, showDirective } from '../csp.js';
import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

const KIND = 'script-src-elem';

/** The element's own file, the embed script and the script that it adds. */
export const cspScript: Rule = ({ page, rooms, scripts }) =>
  page.policies.flatMap((policy) => {
    const directive = findDirective(policy, KIND);
    if (!directive) return [];
    const nonce = page.elements.find(
      ({ name, attributes }) => name === 'script' && attributes.nonce,
    )?.attributes.nonce;

    const own = scripts.filter(({ url, tag }) => {
      const { nonce: ownNonce, integrity } = tag?.attributes ?? {};
      return !allowsUrl(directive, url, page.url, {
        nonce: ownNonce,
        integrity,
        isAddedByScript: !tag,
      });
    });
    const origins = rooms
      .filter(({ mode }) => mode === 'script')
      .filter(({ embedOrigin, element }) => {
        const passedOn = element?.attributes.nonce || nonce;
        return (
          !allowsUrl(directive, new URL('/em', embedOrigin), page.url, {
            nonce: passedOn,
            isAddedByScript: true,
          }) ||
          // The embed script adds it, and knows no nonce.
          !allowsUrl(directive, new URL(SECOND_SCRIPT_PATH, embedOrigin), page.url, {
            isAddedByScript: true,
          })
        );
      })
      .map(({ embedOrigin }) => embedOrigin);
    const missing = [...new Set([...own.map(({ url }) => url.origin), ...origins])];
    if (missing.length === 0) return [];

    const isStrict = directive.sources.some((source) => /^'(nonce-|strict-dynamic')/i.test(source));
    const what = own.length > 0 ? "the element's own script" : "LiveWebinar's scripts";
    // Next to a nonce, the scripts that a script adds are best allowed as such.
    const added = isStrict && own.length === 0 ? ["'strict-dynamic'"] : missing;
    const isDynamic = directive.sources.some((source) => /^'strict-dynamic'$/i.test(source));
    return [
      {
        rule: 'csp-script',
        level: 'error',
        visitors: VISITORS.everyone,
        message: `The room does not open: the policy blocks ${what} (${directive.name}).`,
        change:
          own.length > 0 && isDynamic
            ? {
                where: `line ${own[0]!.line}`,
                to: '<script nonce="…"> with the nonce of the policy; with strict-dynamic, hosts have no effect',
              }
            : {
                where: policy.where,
                from: showDirective(directive),
                to: addSources(directive, KIND, added),
              },
      },
    ];
  });
