import { html, nothing, type TemplateResult } from 'lit';
import type { ExtrasController } from './controllers/extras.js';
import type { LocalizeController } from './controllers/localize.js';
import type { LivewebinarError } from './errors.js';
import type { RoomState } from './events.js';
import { preconnect } from './preconnect.js';
import type { LeaveReason } from './session/session.js';

/** What the element shows. */
export interface ViewModel {
  readonly state: RoomState;
  readonly error: LivewebinarError | null;
  readonly isSlow: boolean;
  readonly leaveReason: LeaveReason | undefined;
  readonly isFullscreen: boolean;
  readonly hasLicenseKey: boolean;
  /** Accessible name of the room. */
  readonly name: string;
  readonly nickname: string;
  /** `''` if there is no avatar, or none that may be loaded before the room opens. */
  readonly avatarUrl: string;
  readonly roomUrl: string;
  /** Origin of the first request, to which the join button preconnects. */
  readonly origin: string;
  readonly controls: boolean;
  readonly localize: LocalizeController;
  /** Optional features, loaded on demand. */
  readonly extras: ExtrasController;
  /** Start of a scheduled room in server-rendered markup, for visitors without scripts. */
  readonly startsAt: string;
  readonly join: () => void;
  /** Leaves the room, because the visitor opens it in a new tab. */
  readonly leaveForTab: () => void;
  readonly toggleFullscreen: () => void;
}

const EXPAND = 'M9 4H4v5M15 4h5v5M20 15v5h-5M4 15v5h5';
const COLLAPSE = 'M4 9h5V4M15 4v5h5M20 15h-5v5M9 20v-5H4';
const OUTWARD = 'M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6';
const WARNING = 'M12 3 2 20h20zM12 9v5M12 16v1';

const renderIcon = (path: string) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

const PROGRESS = html`<div class="progress"></div>`;

const renderParagraph = (text: string) => (text ? html`<p>${text}</p>` : nothing);

const renderOpenLink = ({ roomUrl, localize, leaveForTab }: ViewModel, className = '') => {
  const name = localize.term('newTab');
  return roomUrl
    ? html`<a
        part="open-link"
        class=${className}
        href=${roomUrl}
        target="_blank"
        rel="noopener noreferrer"
        title=${name}
        @click=${leaveForTab}
        @auxclick=${leaveForTab}
        >${renderIcon(OUTWARD)}<span>${name}</span></a
      >`
    : nothing;
};

const renderJoinButton = ({ localize, leaveReason, origin, join }: ViewModel) => {
  const connectAhead = { handleEvent: () => preconnect(origin), once: true };
  return html`<button
    part="join-button"
    class="primary"
    @click=${join}
    @pointerover=${connectAhead}
    @focus=${connectAhead}
  >
    ${localize.term(leaveReason && leaveReason !== 'left' ? 'joinAgain' : 'join')}
  </button>`;
};

const renderPlaceholder = (model: ViewModel) => {
  const { hasLicenseKey, leaveReason, name, nickname, avatarUrl, localize, extras } = model;
  // The content waits for the extras, so that it does not shift when one of them arrives.
  if (extras.isLoading) {
    return html`<div class="panel" part="placeholder" tabindex="-1">
      <slot name="placeholder">${PROGRESS}</slot>
    </div>`;
  }
  const panels = extras.render('renderPanel');
  return html`<div class="panel" part="placeholder" tabindex="-1">
    <slot name="placeholder">
      ${
        panels.length > 0
          ? panels
          : html`${
                avatarUrl
                  ? html`<img src=${avatarUrl} alt="" referrerpolicy="no-referrer" />`
                  : nothing
              }
              <p class="name">${name}</p>
              ${renderParagraph(leaveReason ? localize.term(leaveReason) : nickname)}
              ${extras.render('renderPlaceholder')}
              ${hasLicenseKey ? renderJoinButton(model) : renderParagraph(localize.term('missing-license-key'))}
              <div class="links">${extras.render('renderLinks')}</div>`
      }
    </slot>
  </div>`;
};

const renderLoading = (model: ViewModel) =>
  html`<div class="panel" part="loading" tabindex="-1">
    <slot name="loading">
      ${PROGRESS}
      <p aria-hidden="true">${model.localize.term(model.isSlow ? 'slow' : 'opening')}</p>
    </slot>
    ${model.isSlow ? renderOpenLink(model) : nothing}
  </div>`;

const renderError = (model: ViewModel, code: Exclude<LivewebinarError['code'], 'aborted'>) => {
  const { localize, roomUrl, join } = model;
  // A retry does not help if an option is invalid or a policy blocks the room.
  const prefersLink = Boolean(roomUrl) && (code === 'invalid-option' || code === 'script-blocked');
  const retry = html`<button
    part="retry-button"
    class=${prefersLink ? '' : 'primary'}
    @click=${join}
  >
    ${localize.term('retry')}
  </button>`;
  return html`<div class="panel" part="error" tabindex="-1">
    <slot name="error">
      ${renderIcon(WARNING)} ${renderParagraph(localize.term(code))}
      ${prefersLink ? [renderOpenLink(model, 'primary'), retry] : [retry, renderOpenLink(model)]}
    </slot>
  </div>`;
};

const renderToolbar = (model: ViewModel) => {
  const name = model.localize.term('fullscreen');
  return html`<div part="toolbar">
    <button
      part="fullscreen-button"
      aria-label=${name}
      aria-pressed=${model.isFullscreen}
      title=${model.isFullscreen ? model.localize.term('leaveFullscreen') : name}
      @click=${model.toggleFullscreen}
    >
      ${renderIcon(model.isFullscreen ? COLLAPSE : EXPAND)}<span>${name}</span>
    </button>
    ${renderOpenLink(model)}
  </div>`;
};

const renderPanel = (model: ViewModel) => {
  if (model.error && model.error.code !== 'aborted') return renderError(model, model.error.code);
  if (model.state === 'idle') return renderPlaceholder(model);
  return model.state === 'loading' ? renderLoading(model) : nothing;
};

const formatStatus = ({ state, error, isSlow, leaveReason, localize }: ViewModel) => {
  if (error && error.code !== 'aborted') return localize.term(error.code);
  if (state === 'loading') return localize.term(isSlow ? 'slow' : 'opening');
  if (state === 'ready') return localize.term('opened');
  return leaveReason ? localize.term(leaveReason) : '';
};

/** Renders the element: the stage, the panel that covers it until the room is open, and the toolbar. */
export const renderRoom = (model: ViewModel): TemplateResult =>
  html`<section
    class="box"
    aria-label=${model.name}
    lang=${model.localize.term('$code')}
    dir=${model.localize.term('$dir')}
    tabindex="-1"
  >
    <div part="stage"><slot name="room"></slot></div>
    ${renderPanel(model)} ${model.extras.render('renderNotice')}
    ${
      model.startsAt
        ? html`<p class="no-script">
            <time datetime=${model.startsAt}>${model.startsAt.replace('T', ' ')}</time>
          </p>`
        : nothing
    }
    <noscript><slot></slot></noscript>
    ${model.controls || model.isFullscreen ? renderToolbar(model) : nothing}
    <p class="status" role="status">${formatStatus(model)}</p>
  </section>`;
