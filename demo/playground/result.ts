import { html, nothing, type TemplateResult } from 'lit';
import { toAppearance } from './appearance.js';
import { FORMATS } from './code/formats.js';
import { writeHeadLines } from './code/head-lines.js';
import { SCRIPT_URL } from './code/html-tag.js';
import { quoteHtml, quoteJs } from './code/quote.js';
import { GROUPS, type Problems } from './fields.js';
import { highlight } from './highlight.js';
import { joinWords, secretsIn, writeLinks } from './links.js';
import type { Ability, EmbedMethod, Place } from './places.js';
import { policyLines } from './policy-lines.js';
import { toSvgUrl } from './qr-code.js';
import { SANDBOXES } from './sandbox.js';
import {
  foreignOrigins,
  toRoomOptions,
  withoutName,
  withoutSecrets,
  type RoomOptions,
  type Settings,
} from './settings.js';

/** What the result shows. */
export interface ResultModel {
  readonly settings: Settings;
  readonly problems: Problems;
  readonly place: Place;
  readonly method: EmbedMethod;
  /** Whether the room is the one that the form starts with. */
  readonly isExample: boolean;
  /** Whether tokens are left out of the code. */
  readonly isPublic: boolean;
  /** Whether the name of a pasted invitation is left out of what everyone gets. */
  readonly isNameLeftOut: boolean;
  /** The link that was pasted, in its own shape. */
  readonly pastedUrl: string | undefined;
  /** Title of what has just been copied. */
  readonly copied: string;
  /** QR code of the attendee link, an SVG document. */
  readonly qrCode: string | undefined;
  /** Whether this site serves the room page at `/room/…`, with the stand-in in it. */
  readonly hasRooms: boolean;
  readonly actions: ResultActions;
}

export interface ResultActions {
  readonly copy: (title: string, text: string, source: Element) => void;
  readonly chooseMethod: (method: EmbedMethod) => void;
  readonly setPublic: (isPublic: boolean) => void;
  /** Adds the name of the pasted invitation back. */
  readonly useName: () => void;
  readonly toggleQrCode: () => void;
  readonly share: (source: Element) => void;
  /** Opens code in an online editor. */
  readonly openSandbox: (code: string) => void;
  readonly goTo: (name: keyof Settings) => void;
}

/** The options of the room as everyone gets it. */
export const sharedOptions = ({
  settings,
  isNameLeftOut,
}: Pick<ResultModel, 'settings' | 'isNameLeftOut'>): RoomOptions => {
  const options = toRoomOptions(settings);
  return isNameLeftOut ? withoutName(options) : options;
};

/** The options that the code is written from. */
const publishedOptions = (model: ResultModel): RoomOptions => {
  const options = sharedOptions(model);
  return model.isPublic ? withoutSecrets(options) : options;
};

const writeCode = (model: ResultModel): string =>
  FORMATS[model.method.format].write(publishedOptions(model), toAppearance(model.settings));

function copyButton(title: string, text: string, { copied, actions }: ResultModel) {
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

function codeBlock(title: string, caption: string, text: string, model: ResultModel) {
  return html`<figure class="code" data-result=${title}>
    <figcaption>${caption} ${copyButton(title, text, model)}</figcaption>
    <pre tabindex="0" role="group" aria-label=${title}><code>${highlight(text)}</code></pre>
  </figure>`;
}

/** Renders a line that lists what is public in the code. */
function publicLine(model: ResultModel) {
  const { method, isExample } = model;
  const options =
    method.format === 'poster' ? withoutSecrets(sharedOptions(model)) : publishedOptions(model);
  const secrets = secretsIn(options);
  if (secrets.length > 0) {
    return html`<strong class="secret"
      >Not for a public page: contains a ${joinWords(secrets)}.</strong
    >`;
  }
  if (isExample) return 'An example room. Paste your link to get your own code.';
  const parts = [
    'the license key',
    ...(options.nickname ? [`the name “${options.nickname}”`] : []),
    ...(options.email ? ['the e-mail address'] : []),
  ];
  return `Public in it: ${parts.join(', ').replace(/, (?=[^,]*$)/, ' and ')}.`;
}

/** Renders the sticky bar with the copy button, the name of the code, and what is public in it. */
export function renderCopyBar(model: ResultModel): TemplateResult {
  const { place, method, problems, copied, actions } = model;
  const { title } = FORMATS[method.format];
  if (problems.size > 0) {
    return html`<p>
        <strong>Almost there</strong>
        <span
          >${problems.size > 1 ? `${problems.size} fields need` : 'One field needs'} a change.</span
        >
      </p>
      <button type="button" @click=${() => actions.goTo([...problems.keys()][0]!)}>Show</button>`;
  }
  return html`
    <p>
      <strong>${title === place.title ? title : `${title} · ${place.title}`}</strong>
      <span>${publicLine(model)}</span>
    </p>
    <button
      type="button"
      class="primary"
      @click=${() => actions.copy(title, writeCode(model), document.querySelector('[data-result=main]')!)}
    >
      ${copied === title ? 'Copied' : 'Copy'}
    </button>
  `;
}

function tokenNote(model: ResultModel) {
  const secrets = secretsIn(toRoomOptions(model.settings));
  if (secrets.length === 0 || model.method.format === 'poster') return nothing;
  const text = joinWords(secrets);
  const button = (label: string, isPublic: boolean) =>
    html`<button type="button" @click=${() => model.actions.setPublic(isPublic)}>${label}</button>`;
  return model.isPublic
    ? html`<div class="note calm" role="note">
        The ${text} ${secrets.length > 1 ? 'are' : 'is'} left out: this is safe in a public page.
        ${button('Put back', false)}
      </div>`
    : html`<div class="note" role="note">
        <strong>Contains a ${text}.</strong> Anyone who can read the page can use it. Only put it
        into a page behind a login. ${button('Leave out', true)}
      </div>`;
}

function nameNote({ settings, isNameLeftOut, actions }: ResultModel) {
  if (!isNameLeftOut) return nothing;
  return html`<div class="note calm" role="note">
    Name left out: everyone would join as ${settings.nickname}.
    <button type="button" @click=${actions.useName}>Use the name</button>
  </div>`;
}

const ABILITY_TEXT: Record<Ability, string> = {
  yes: 'works',
  no: 'does not work',
  depends: 'depends on the site',
};

const ability = (name: string, value: Ability) =>
  html`<li data-ability=${value}><span>${name}</span> ${ABILITY_TEXT[value]}</li>`;

function methods(model: ResultModel) {
  const { place, method, actions } = model;
  if (place.methods.length === 1) return nothing;
  return html`<fieldset class="methods">
    <legend>What applies?</legend>
    ${place.methods.map(
      (option) =>
        html`<label>
          <input
            type="radio"
            name="method"
            value=${option.format}
            .checked=${option === method}
            @change=${() => actions.chooseMethod(option)}
          />
          <span>${option.when} <small>${FORMATS[option.format].title}</small></span>
        </label>`,
    )}
  </fieldset>`;
}

const qrImage = (svg: string) =>
  html`<div class="qr">
    <img src=${toSvgUrl(svg)} alt="QR code of the attendee link" width="192" height="192" />
    <a download="webinar-room.svg" href=${toSvgUrl(svg)}>Download as SVG</a>
  </div>`;

/** Renders the code for the chosen place, and the features that work there. */
export function renderCode(model: ResultModel): TemplateResult {
  const { method, problems, qrCode } = model;
  if (problems.size > 0) return problemList(model);
  const { caption, isPackage } = FORMATS[method.format];
  const head = method.format === 'tag' ? writeHeadLines(publishedOptions(model)) : '';
  const code = writeCode(model);
  return html`
    ${methods(model)}
    <p class="steps">${method.steps}</p>
    ${tokenNote(model)} ${nameNote(model)}
    ${isPackage ? codeBlock('Install', 'Terminal', 'npm install livewebinar-room', model) : nothing}
    ${method.format === 'poster' && qrCode ? qrImage(qrCode) : nothing}
    <figure class="code" data-result="main">
      <figcaption>${caption}</figcaption>
      <pre tabindex="0" role="group" aria-label="Code"><code>${highlight(code)}</code></pre>
    </figure>
    ${sandboxButton(model)} ${originBlock(model)}
    <ul class="abilities" aria-label="What works there">
      ${ability('Camera and microphone', method.camera)}
      ${ability('Full screen', method.fullscreen)}
    </ul>
    ${method.ask ? html`<p class="ask">${method.ask}</p>` : nothing}
    ${
      head
        ? html`<details class="fold">
            <summary>Open the room sooner</summary>
            <p>
              With these lines in the head of the page, the browser loads the room’s scripts in
              parallel.
            </p>
            ${codeBlock('Head', 'In the head', head, model)}
          </details>`
        : nothing
    }
    ${policyFold(model)}
  `;
}

/** Renders the button that opens the code in an online editor, which never receives tokens. */
function sandboxButton(model: ResultModel) {
  const { settings, method, actions } = model;
  const name = SANDBOXES[method.format];
  if (!name) return nothing;
  const open = () => {
    const options = withoutSecrets(sharedOptions(model));
    actions.openSandbox(FORMATS[method.format].write(options, toAppearance(settings)));
  };
  return html`<p class="sandbox">
    <button type="button" @click=${open}>Open in ${name}</button>
    <span class="hint">Sends the code to ${name}, without tokens.</span>
  </p>`;
}

/** Renders the lines that allow a white-label account's own origins, which markup in the body cannot. */
function originBlock(model: ResultModel) {
  const { isElement, isPackage } = FORMATS[model.method.format];
  const origins = foreignOrigins(publishedOptions(model));
  if (!isElement || origins.length === 0) return nothing;
  return isPackage
    ? codeBlock(
        'Allowed origins',
        'Once, before the first room',
        `import { LivewebinarRoom } from 'livewebinar-room';\n\nLivewebinarRoom.allowOrigins(${origins.map(quoteJs).join(', ')});`,
        model,
      )
    : codeBlock(
        'Allowed origins',
        'In the head of the page: required for your own domain',
        `<meta name="livewebinar-room-origins" content=${quoteHtml(origins.join(' '))} />`,
        model,
      );
}

function policyFold(model: ResultModel) {
  const { isElement, isPackage } = FORMATS[model.method.format];
  if (!isElement && model.method.format !== 'iframe') return nothing;
  const { mode = 'script', embedOrigin, roomOrigin } = toRoomOptions(model.settings);
  const lines = policyLines({
    mode: isElement ? mode : 'no-element',
    ...(embedOrigin && { embedOrigin }),
    ...(roomOrigin && { roomOrigin }),
    ...(isElement && !isPackage && { elementOrigin: new URL(SCRIPT_URL).origin }),
  });
  const write = (directives: string[]) => directives.map((line) => `${line};`).join('\n');
  return html`<details class="fold policy">
    <summary>Policy lines</summary>
    <p>
      If the site sends these headers, add the lines to them. If it sends none, there is nothing to
      do.
    </p>
    ${codeBlock('Content-Security-Policy', 'Content-Security-Policy', write(lines.contentSecurityPolicy), model)}
    ${
      lines.trustedTypes.length > 0
        ? codeBlock(
            'Trusted Types',
            'Trusted Types, in the same header',
            write(lines.trustedTypes),
            model,
          )
        : nothing
    }
    ${
      isElement && mode === 'script'
        ? html`<p class="hint">
            With <code>require-trusted-types-for 'script'</code>, set the mode to Iframe: such a
            policy stops the embed script.
          </p>`
        : nothing
    }
    ${codeBlock('Permissions-Policy', 'Permissions-Policy', lines.permissionsPolicy, model)}
  </details>`;
}

/** Renders every link to the room, and the link to the settings. */
export function renderLinks(model: ResultModel): TemplateResult | typeof nothing {
  const { settings, problems, method, qrCode, hasRooms, copied, actions } = model;
  if (problems.size > 0) return nothing;
  const links = writeLinks(
    toRoomOptions(settings),
    settings.base,
    model.pastedUrl,
    sharedOptions(model),
  );
  return html`<section class="card" aria-labelledby="links-title">
      <h2 id="links-title">Links to the room</h2>
      <dl class="links">
        ${links.map(
          ({ title, text, note }) =>
            html`<div data-result=${title}>
              <dt>${title}</dt>
              <dd>
                ${
                  hasRooms && text.startsWith('/room/')
                    ? html`<a href=${text} target="_blank" rel="noopener"><code>${text}</code></a>`
                    : html`<code>${text}</code>`
                }
                ${copyButton(title, text, model)}
                ${note ? html`<div class="note" role="note">${note}</div>` : nothing}
              </dd>
            </div>`,
        )}
      </dl>
      ${
        method.format === 'poster'
          ? nothing
          : html`<button
                type="button"
                aria-expanded=${qrCode !== undefined}
                @click=${actions.toggleQrCode}
              >
                QR code of the attendee link
              </button>
              ${qrCode ? qrImage(qrCode) : nothing}`
      }
    </section>
    <section class="card share" aria-labelledby="share-title">
      <h2 id="share-title">Share these settings</h2>
      <p>
        The link opens the playground with what the form contains, without tokens and e-mail
        address.
      </p>
      <button
        type="button"
        @click=${({ currentTarget }: Event) => actions.share(currentTarget as Element)}
      >
        ${copied === 'Settings' ? 'Copied' : 'Copy a link to these settings'}
      </button>
    </section>`;
}

function problemList({ problems, actions }: ResultModel) {
  const fields = GROUPS.flatMap((group) => group.fields);
  return html`<div role="note" class="note">
    <p>The code appears as soon as these are right:</p>
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
  </div>`;
}
