import { html, nothing, type TemplateResult } from 'lit';
import type { LivewebinarError } from './errors.js';
import type { RoomState } from './events.js';
import type { LocalizeController } from './controllers/localize.js';
import { preconnect } from './preconnect.js';

/** What the element shows. */
export interface RoomView {
  readonly state: RoomState;
  readonly error: LivewebinarError | null;
  readonly isSlow: boolean;
  readonly hasLeft: boolean;
  readonly isFull: boolean;
  /** Whether this has to be what a server renders. */
  readonly isServed: boolean;
  readonly hasRoom: boolean;
  readonly name: string;
  readonly nickname: string;
  readonly avatarUrl: string;
  readonly roomUrl: string;
  /** Where the first request goes. */
  readonly origin: string;
  readonly controls: boolean;
  readonly localize: LocalizeController;
  readonly join: () => void;
  readonly toggleFullscreen: () => void;
}

const EXPAND = 'M9 4H4v5M15 4h5v5M20 15v5h-5M4 15v5h5';
const COLLAPSE = 'M4 9h5V4M15 4v5h5M20 15h-5v5M9 20v-5H4';
const OUTWARD = 'M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6';
const WARNING = 'M12 3 2 20h20zM12 9v5M12 16v1';

const icon = (path: string) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

const line = (text: string) => (text ? html`<p>${text}</p>` : nothing);

const openLink = ({ roomUrl, localize }: RoomView) => {
  const name = localize.term('newTab');
  return roomUrl
    ? html`<a
        part="open-link"
        href=${roomUrl}
        target="_blank"
        rel="noopener noreferrer"
        title=${name}
        >${icon(OUTWARD)}<span>${name}</span></a
      >`
    : nothing;
};

const facade = (view: RoomView) => {
  const { hasRoom, hasLeft, name, nickname, avatarUrl, localize, join } = view;
  const warm = { handleEvent: () => preconnect(view.origin), once: true };
  return html`<div class="panel" part="placeholder" tabindex="-1">
    <slot name="placeholder">
      ${avatarUrl ? html`<img src=${avatarUrl} alt="" />` : nothing}
      <p class="name">${name}</p>
      ${line(hasLeft ? localize.term('left') : nickname)}
      ${
        hasRoom
          ? html`<button part="join-button" @click=${join} @pointerover=${warm} @focus=${warm}>
              ${localize.term('join')}
            </button>`
          : line(localize.term('missing-license-key'))
      }
    </slot>
  </div>`;
};

const loading = (view: RoomView) =>
  html`<div class="panel" part="loading" tabindex="-1">
    <slot name="loading">
      <div class="progress"></div>
      <p aria-hidden="true">${view.localize.term(view.isSlow ? 'slow' : 'opening')}</p>
    </slot>
    ${view.isSlow ? openLink(view) : nothing}
  </div>`;

const failure = (view: RoomView, { code, message }: LivewebinarError) =>
  html`<div class="panel" part="error" tabindex="-1">
    <slot name="error">
      ${icon(WARNING)} ${line(view.localize.term(code))}
      ${
        code === 'invalid-option' || code === 'script-blocked'
          ? html`<p class="detail" lang="en" dir="ltr">${message}</p>`
          : nothing
      }
      <button part="retry-button" @click=${view.join}>${view.localize.term('retry')}</button>
      ${openLink(view)}
    </slot>
  </div>`;

const insecureNote = ({ isServed, localize }: RoomView) =>
  !isServed && globalThis.isSecureContext === false
    ? html`<p class="insecure">${localize.term('insecure')}</p>`
    : nothing;

const toolbar = (view: RoomView) => {
  const name = view.localize.term('fullscreen');
  return html`<div part="toolbar">
    <button
      part="fullscreen-button"
      aria-label=${name}
      aria-pressed=${view.isFull}
      title=${view.isFull ? view.localize.term('leaveFullscreen') : name}
      @click=${view.toggleFullscreen}
    >
      ${icon(view.isFull ? COLLAPSE : EXPAND)}<span>${name}</span>
    </button>
    ${openLink(view)}
  </div>`;
};

const panel = (view: RoomView) => {
  if (view.error) return failure(view, view.error);
  if (view.state === 'idle') return facade(view);
  return view.state === 'loading' ? loading(view) : nothing;
};

const status = ({ state, error, isSlow, hasLeft, localize }: RoomView) => {
  if (error) return localize.term(error.code);
  if (state === 'loading') return localize.term(isSlow ? 'slow' : 'opening');
  if (state === 'ready') return localize.term('opened');
  return hasLeft ? localize.term('left') : '';
};

/** Renders the element: the stage, what lies over it until the room is there, and the toolbar. */
export const renderRoom = (view: RoomView): TemplateResult =>
  html`<section
    class="box"
    aria-label=${view.name}
    lang=${view.localize.term('$code')}
    dir=${view.localize.term('$dir')}
    tabindex="-1"
  >
    <div part="stage"><slot name="room"></slot></div>
    ${panel(view)} ${insecureNote(view)}
    <noscript><slot></slot></noscript>
    ${view.controls || view.isFull ? toolbar(view) : nothing}
    <p class="status" role="status">${status(view)}</p>
  </section>`;
