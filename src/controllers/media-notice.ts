import english from '../translations/en-extras.js';
import type { Extra, ExtraContext, ExtraHost } from '../gates/extra-interface.js';
import type { ExtraTerms } from '../translation.js';

/** A document in Chromium, which exposes the features that the Permissions Policy allows. */
type PolicyDocument = Document & { featurePolicy?: { allowsFeature(feature: string): boolean } };

const FEATURES = ['camera', 'microphone'] as const;

/**
 * Returns whether the Permissions Policy denies the page a feature, or `undefined` if the browser does not
 * expose the policy.
 */
const isDeniedByPolicy = (doc: PolicyDocument, feature: string): boolean | undefined =>
  doc.featurePolicy && !doc.featurePolicy.allowsFeature(feature);

/** Returns whether the browser denies a feature, for any reason. */
async function isDenied(feature: (typeof FEATURES)[number]): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: feature });
    return state === 'denied';
  } catch {
    return false; // The browser does not support this permission.
  }
}

/**
 * Tells visitors if camera or microphone do not work on this page, and logs what its developer can change.
 */
export default class MediaNotice implements Extra {
  readonly #host: ExtraHost;
  readonly #context: ExtraContext;
  /** The term to show. */
  #term: keyof ExtraTerms | undefined;
  #isCopied = false;

  constructor(host: ExtraHost, context: ExtraContext) {
    this.#host = host;
    this.#context = context;
    context.addEnglishTerms(english);
    void this.#checkMedia();
  }

  renderNotice(): unknown {
    if (!this.#term) return undefined;
    const { html, term } = this.#context;
    const { roomUrl, state, phase } = this.#host;
    const hasLink = this.#term === 'noMediaDevices' && roomUrl;
    const isIdle = state === 'idle';
    // Nobody needs a camera before the start. In-app browsers do not save calendar files, so visitors need the link.
    const isEarly = isIdle && phase === 'early';
    if ((isEarly && !hasLink) || (isIdle && phase === 'ended')) return undefined;
    return html`<p part="notice">
      ${isEarly ? '' : term(this.#term)}
      ${
        hasLink
          ? html`<button @click=${this.#copyLink}>
              ${term(this.#isCopied ? 'linkCopied' : 'copyLink')}
            </button>`
          : ''
      }
    </p>`;
  }

  async #checkMedia(): Promise<void> {
    const doc: PolicyDocument = this.#host.ownerDocument;
    const denied = FEATURES.filter((feature) => isDeniedByPolicy(doc, feature));
    if (!isSecureContext) this.#showNotice('insecure', 'Serve the page over https.');
    else if (!navigator.mediaDevices) this.#showNotice('noMediaDevices');
    else if (denied.length > 0) this.#showNotice('mediaBlocked', this.#describeRemedy(denied));
    else if ((await Promise.all(FEATURES.map(isDenied))).some(Boolean))
      this.#showNotice('mediaBlocked');
  }

  #showNotice(term: keyof ExtraTerms, remedy?: string): void {
    this.#term = term;
    if (remedy) console.warn(`livewebinar-room: camera and microphone cannot work here. ${remedy}`);
    this.#host.requestUpdate();
  }

  #describeRemedy(features: readonly string[]): string {
    const isFramed = window.top !== window;
    const header = features.map((feature) => `${feature}=*`).join(', ');
    return isFramed
      ? `Add allow="${features.join('; ')}" to the iframe around this page, or change its Permissions-Policy header.`
      : `Change the Permissions-Policy header of this page, for example to "${header}".`;
  }

  readonly #copyLink = async (): Promise<void> => {
    const { roomUrl } = this.#host;
    try {
      await navigator.clipboard.writeText(roomUrl);
      this.#isCopied = true;
      this.#host.requestUpdate();
    } catch {
      // Without clipboard access, the visitor can copy the link from a dialog.
      prompt(this.#context.term('copyLink'), roomUrl);
    }
  };
}
