import { html, nothing, type TemplateResult } from 'lit';
import { GROUPS, type Problems } from './fields.js';
import { writeHeadLines } from './code/head-lines.js';
import { SNIPPETS } from './code/snippets.js';
import { highlight } from './highlight.js';
import { joinWords, secretsIn, writeLinks } from './links.js';
import { policyLines } from './policy-lines.js';
import { showQrCode, toSvgFile, type QrCode } from './qr-code.js';
import { toRoomOptions, withoutSecrets, type Settings } from './settings.js';

/** What the results show. */
export interface ResultsView {
  readonly settings: Settings;
  readonly problems: Problems;
  /** Index of the way to write code. */
  readonly way: number;
  /** Whether tokens are left out of the code. */
  readonly isPublic: boolean;
  /** What has just been copied, by its title. */
  readonly copied: string;
  readonly qrCode: QrCode | undefined;
  /** Whether this site answers `/room/…` with the room page, and the stand-in in it. */
  readonly hasRooms: boolean;
  readonly actions: ResultsActions;
}

export interface ResultsActions {
  readonly copy: (title: string, text: string, source: Element) => void;
  readonly chooseWay: (way: number) => void;
  readonly setPublic: (isPublic: boolean) => void;
  readonly toggleQrCode: () => void;
  readonly goTo: (name: keyof Settings) => void;
}

function copyButton(title: string, text: string, { copied, actions }: ResultsView) {
  return html`<button
    type="button"
    class="copy"
    aria-label="Copy: ${title}"
    @click=${({ currentTarget }: Event) =>
      actions.copy(title, text, (currentTarget as Element).closest('[data-result]')!)}
  >
    ${copied === title ? 'Copied' : 'Copy'}
  </button>`;
}

const note = (words: unknown) => html`<div class="note" role="note">${words}</div>`;

function codeBlock(title: string, caption: string, text: string, view: ResultsView) {
  return html`<figure class="code" data-result=${title}>
    <figcaption>${caption} ${copyButton(title, text, view)}</figcaption>
    <pre tabindex="0" aria-label=${title}><code>${highlight(text)}</code></pre>
  </figure>`;
}

function tokenNote(view: ResultsView) {
  const secrets = secretsIn(toRoomOptions(view.settings));
  if (secrets.length === 0) return nothing;
  const words = joinWords(secrets);
  const button = (label: string, isPublic: boolean) =>
    html`<button type="button" @click=${() => view.actions.setPublic(isPublic)}>${label}</button>`;
  return view.isPublic
    ? html`<div class="note calm" role="note">
        The ${words} ${secrets.length > 1 ? 'are' : 'is'} left out: anyone may read this page.
        ${button('Put back', false)}
      </div>`
    : note(
        html`<strong>This code holds a ${words}.</strong> Whoever can read the page can use it. Put
          it into a page behind a login only. ${button('Leave out', true)}`,
      );
}

function codeSection(view: ResultsView) {
  const { settings, way, actions } = view;
  const all = toRoomOptions(settings);
  const options = view.isPublic ? withoutSecrets(all) : all;
  const { title, file, isPackage, write } = SNIPPETS[way]!;
  // With a package, the head is the framework's own affair.
  const head = isPackage ? '' : writeHeadLines(options);
  const move = (event: KeyboardEvent) => {
    const last = SNIPPETS.length - 1;
    const next = {
      ArrowRight: way === last ? 0 : way + 1,
      ArrowLeft: way === 0 ? last : way - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    actions.chooseWay(next);
  };
  return html`<section class="card" aria-labelledby="code-title">
    <h2 id="code-title">Code</h2>
    <div class="tabs" role="tablist" aria-labelledby="code-title" @keydown=${move}>
      ${SNIPPETS.map(
        (snippet, index) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${index}"
            aria-controls="code-panel"
            aria-selected=${index === way}
            tabindex=${index === way ? 0 : -1}
            @click=${() => actions.chooseWay(index)}
          >
            ${snippet.title}
          </button>`,
      )}
    </div>
    <div role="tabpanel" id="code-panel" aria-labelledby="tab-${way}">
      ${tokenNote(view)}
      ${isPackage ? codeBlock('Install', 'Terminal', 'npm install livewebinar-room', view) : nothing}
      ${codeBlock(title, file, write(options), view)}
      ${head ? codeBlock('Head', 'In the head, to open sooner', head, view) : nothing}
    </div>
  </section>`;
}

function linksSection(view: ResultsView) {
  const { settings, qrCode, hasRooms, actions } = view;
  const links = writeLinks(toRoomOptions(settings), settings.base);
  return html`<section class="card" aria-labelledby="links-title">
    <h2 id="links-title">Links</h2>
    <dl class="links">
      ${links.map(
        ({ title, text, note: words }) =>
          html`<div data-result=${title}>
            <dt>${title}</dt>
            <dd>
              ${
                hasRooms && text.startsWith('/room/')
                  ? html`<a href=${text} target="_blank" rel="noopener"><code>${text}</code></a>`
                  : html`<code>${text}</code>`
              }
              ${copyButton(title, text, view)} ${words ? note(words) : nothing}
            </dd>
          </div>`,
      )}
    </dl>
    <button type="button" aria-expanded=${qrCode !== undefined} @click=${actions.toggleQrCode}>
      QR code of the attendee link
    </button>
    ${
      qrCode
        ? html`<div class="qr">
            ${showQrCode(qrCode)}
            <a
              download="webinar-room.svg"
              href="data:image/svg+xml,${encodeURIComponent(toSvgFile(qrCode))}"
              >Download as SVG</a
            >
          </div>`
        : nothing
    }
  </section>`;
}

function policySection(view: ResultsView) {
  const { mode, embedOrigin, roomOrigin } = toRoomOptions(view.settings);
  const lines = policyLines({
    ...(mode && { mode }),
    ...(embedOrigin && { embedOrigin }),
    ...(roomOrigin && { roomOrigin }),
  });
  const write = (directives: string[]) => directives.map((line) => `${line};`).join('\n');
  return html`<section class="card policy" aria-labelledby="policy-title">
    <h2 id="policy-title">Policy lines</h2>
    <p>
      If your site sends these headers, add the lines to them. If it sends none, there is nothing to
      do.
    </p>
    ${codeBlock(
      'Content-Security-Policy',
      'Content-Security-Policy',
      write(lines.contentSecurityPolicy),
      view,
    )}
    ${
      lines.trustedTypes.length > 0
        ? codeBlock(
            'Trusted Types',
            'Trusted Types, in the same header',
            write(lines.trustedTypes),
            view,
          )
        : html`<p class="hint">
            With <code>require-trusted-types-for 'script'</code>, choose the frame as the way in:
            such a policy stops the embed script.
          </p>`
    }
    ${codeBlock('Permissions-Policy', 'Permissions-Policy', lines.permissionsPolicy, view)}
  </section>`;
}

function problemList({ problems, actions }: ResultsView) {
  const fields = GROUPS.flatMap((group) => group.fields);
  return html`<section class="card" aria-labelledby="results-problem">
    <h2 id="results-problem">Almost there</h2>
    <p>The code and the links are here once these are right:</p>
    <ul>
      ${[...problems].map(
        ([name, problem]) =>
          html`<li>
            <a
              href="#field-${name}"
              @click=${(event: Event) => {
                event.preventDefault();
                actions.goTo(name);
              }}
              >${fields.find((field) => field.name === name)?.label}</a
            >: ${problem}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Renders what there is to copy. */
export function renderResults(view: ResultsView): TemplateResult {
  return view.problems.size > 0
    ? problemList(view)
    : html`${codeSection(view)} ${linksSection(view)} ${policySection(view)}`;
}
