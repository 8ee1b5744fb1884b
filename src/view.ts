import { html, nothing, type TemplateResult } from 'lit';
import type { LivewebinarError } from './errors.js';
import type { RoomState } from './events.js';
import type { Localize } from './localize.js';

/** What the element shows. */
export interface RoomView {
  readonly state: RoomState;
  readonly error: LivewebinarError | null;
  readonly isSlow: boolean;
  readonly isFull: boolean;
  readonly hasRoom: boolean;
  readonly name: string;
  readonly nickname: string;
  readonly avatarUrl: string;
  readonly roomUrl: string;
  /** Where the first request goes. */
  readonly origin: string;
  readonly controls: boolean;
  readonly localize: Localize;
  readonly join: () => void;
  readonly toggleFullscreen: () => void;
}

const openLink = ({ roomUrl, localize }: RoomView) =>
  roomUrl &&
  html`<a part="open-link" href=${roomUrl} target="_blank" rel="noopener noreferrer"
    >${localize.term('newTab')}</a
  >`;

/** Connects to the vendor ahead of the click, once it is likely. */
function preconnect({ origin }: RoomView, { currentTarget }: Event): void {
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.href = origin;
  (currentTarget as Element).after(link);
}

const facade = (view: RoomView) => {
  const { hasRoom, name, nickname, avatarUrl, localize, join } = view;
  const warm = { handleEvent: (event: Event) => preconnect(view, event), once: true };
  return html`<div class="panel" part="placeholder" tabindex="-1">
    <slot name="placeholder">
      ${avatarUrl ? html`<img src=${avatarUrl} alt="" width="64" height="64" />` : nothing}
      <p class="name">${name}</p>
      ${nickname ? html`<p>${nickname}</p>` : nothing}
      ${
        hasRoom
          ? html`<button part="join-button" @click=${join} @pointerover=${warm} @focus=${warm}>
              ${localize.term('join')}
            </button>`
          : html`<p>${localize.term('missing-license-key')}</p>`
      }
    </slot>
    ${insecureNote(view)}
  </div>`;
};

const loading = (view: RoomView) =>
  html`<div class="panel" part="loading" tabindex="-1">
    <slot name="loading">
      <div class="progress"></div>
      <p class="late">${view.localize.term('opening')}</p>
    </slot>
    ${
      view.isSlow
        ? html`<p>${view.localize.term('slow')}</p>
            ${openLink(view)}`
        : nothing
    }
  </div>`;

const failure = (view: RoomView, error: LivewebinarError) => {
  const isOurs = error.code === 'invalid-option' || error.code === 'script-blocked';
  return html`<div class="panel" part="error" tabindex="-1">
    <slot name="error">
      <p>${view.localize.term(error.code)}</p>
      ${isOurs ? html`<p class="detail" lang="en" dir="ltr">${error.message}</p>` : nothing}
      <button part="retry-button" @click=${view.join}>${view.localize.term('retry')}</button>
      ${openLink(view)}
    </slot>
  </div>`;
};

const insecureNote = ({ localize }: RoomView) =>
  globalThis.isSecureContext === false
    ? html`<p class="detail">${localize.term('insecure')}</p>`
    : nothing;

const toolbar = (view: RoomView) => {
  const name = view.localize.term(view.isFull ? 'leaveFullscreen' : 'fullscreen');
  return html`<div part="toolbar">
    <button part="fullscreen-button" @click=${view.toggleFullscreen}>${name}</button>
    ${openLink(view)}
  </div>`;
};

const panel = (view: RoomView) => {
  if (view.error) return failure(view, view.error);
  if (view.state === 'idle') return facade(view);
  return view.state === 'loading' ? loading(view) : nothing;
};

const status = ({ state, error, isSlow, localize }: RoomView) => {
  if (error) return localize.term(error.code);
  if (state === 'loading') return localize.term(isSlow ? 'slow' : 'opening');
  return state === 'ready' ? localize.term('opened') : '';
};

/** Renders the element: the stage, what lies over it until the room is there, and the toolbar. */
export const renderRoom = (view: RoomView): TemplateResult =>
  html`<section
    class="box"
    aria-label=${view.name}
    lang=${view.localize.term('$code')}
    dir=${view.localize.term('$dir')}
    data-full=${view.isFull || nothing}
  >
    <div part="stage"><slot name="room"></slot></div>
    ${panel(view)}
    <p class="status" role="status">${status(view)}</p>
    ${view.controls ? toolbar(view) : nothing}
  </section>`;
