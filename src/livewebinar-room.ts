import { type CSSResult, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { DEFAULTS, fallBackToDefaults } from './defaults.js';
import type { LivewebinarError } from './errors.js';
import type { RoomState } from './events.js';
import { FocusKeeper } from './focus-keeper.js';
import { Fullscreen } from './fullscreen.js';
import { styles } from './livewebinar-room.styles.js';
import { LocalizeController } from './controllers/localize.js';
import { avatarOf, requestOf, roomOf } from './room-request.js';
import { isServer, Served } from './served.js';
import { Session } from './session/session.js';
import { whenNear } from './session/when-near.js';
import { buildRoomUrl } from './url/index.js';
import { renderRoom } from './view.js';

/** Properties that an open room does not heed: every other one decides which room is open, and as whom. */
const COSMETIC = new Set<PropertyKey>([
  'nickname',
  'avatarUrl',
  'loading',
  'timeout',
  'controls',
  'label',
  'allow',
]);

/** Whether options say something else, in whatever order. */
const differs = (a: object, b?: object) => sorted(a) !== sorted(b);
const sorted = (options: object = {}) => JSON.stringify(Object.entries(options).sort());

/**
 * A LiveWebinar room.
 *
 * @summary A live webinar room: set `license-key`, and the visitor is in the room or told how to get in.
 *
 * @slot - Shown where scripts do not run, such as a link to the room. Hidden once the element works.
 * @slot placeholder - Replaces the facade that stands before a click or before the viewport.
 * @slot loading - Replaces what is shown while the room opens.
 * @slot error - Replaces what is shown when the room could not be opened.
 *
 * @event {LivewebinarStateChangeEvent} livewebinar-statechange - `state` has changed.
 * @event {LivewebinarReadyEvent} livewebinar-ready - The room is there; once for each opening.
 * @event {LivewebinarErrorEvent} livewebinar-error - An attempt to open the room has failed.
 *
 * @csspart stage - The box that holds the room.
 * @csspart placeholder - The facade.
 * @csspart join-button - The button of the facade.
 * @csspart loading - The panel while the room opens.
 * @csspart error - The panel after a failure.
 * @csspart retry-button - Tries again, in the panel after a failure.
 * @csspart open-link - Each link that opens the room in a new tab.
 * @csspart toolbar - The row of controls.
 * @csspart fullscreen-button - Enters and leaves full screen.
 *
 * @cssstate idle - Nothing asked for, or left.
 * @cssstate loading - The room opens.
 * @cssstate ready - The room is there.
 * @cssstate error - The room is not there; see `error`.
 *
 * @cssproperty [--livewebinar-room-aspect-ratio=16 / 9] - Shape, where nothing else gives a height.
 * @cssproperty [--livewebinar-room-min-height=20rem] - Least height.
 * @cssproperty [--livewebinar-room-background=a shade of Canvas] - Behind facade and panels.
 * @cssproperty [--livewebinar-room-color=CanvasText] - Text.
 * @cssproperty [--livewebinar-room-accent=#1d5bd6] - Buttons.
 * @cssproperty [--livewebinar-room-on-accent=#fff] - Text on buttons.
 * @cssproperty [--livewebinar-room-radius=0.75rem] - Corners of buttons and of the room.
 * @cssproperty [--livewebinar-room-font=system-ui, sans-serif] - Font family.
 */
export class LivewebinarRoom extends LitElement {
  static override styles = styles;

  static override properties = {
    licenseKey: { attribute: 'license-key' },
    roleToken: { attribute: 'role-token' },
    personalToken: { attribute: 'personal-token' },
    registrantToken: { attribute: 'registrant-token' },
    passwordToken: { attribute: 'password-token' },
    email: {},
    nickname: {},
    avatarUrl: { attribute: 'avatar-url' },
    containerId: { attribute: 'container-id' },
    width: {},
    height: {},
    embedOptions: { attribute: false, hasChanged: differs },
    embedOrigin: { attribute: 'embed-origin' },
    roomOrigin: { attribute: 'room-origin' },
    mode: {},
    isolated: { type: Boolean },
    loading: {},
    timeout: { type: Number },
    controls: { type: Boolean },
    label: {},
    allow: {},
  };

  /** Room token, e.g. `123-123-123` (vendor contract: A). Empty: stays `idle` and asks for nothing. Identity. */
  declare licenseKey: string;
  /** Role hash of a host or presenter (A). Whoever can read the page has the role. Identity; never reflected. */
  declare roleToken: string;
  /** Token of a personal link; e-mail, name and role come with it (A). Identity; never reflected. */
  declare personalToken: string;
  /** Token of one registrant (B). Identity; never reflected. */
  declare registrantToken: string;
  /** Access token of a password-protected room (B). Identity; never reflected. */
  declare passwordToken: string;
  /** E-mail address of the participant (C). Identity; never reflected. */
  declare email: string;
  /** `id` for the container that the vendor's script fills (B); one of its own if left out. Identity. */
  declare containerId: string;
  /** Width the vendor's script gives the room (B): a CSS length; `100%` if left out. Identity. */
  declare width: string;
  /** Height the vendor's script gives the room (B): a CSS length; `100%` if left out. Identity. */
  declare height: string;
  /** Further vendor options under the vendor's names, `{ _disable_target_top: '1' }` (B). Identity. */
  declare embedOptions: Record<string, string>;
  /** Where `/em` is: an https origin, http on loopback only. Identity. */
  declare embedOrigin: string;
  /** Where direct room URLs are: an https origin, http on loopback only. Identity. */
  declare roomOrigin: string;
  /** `script`: the vendor's embed script. `iframe`: the direct room URL in a frame (C). Identity. */
  declare mode: 'script' | 'iframe';
  /** Script mode: runs the vendor's script in a nested document of its own. Identity. */
  declare isolated: boolean;
  /** Display name (A). Takes effect at the next load. */
  declare nickname: string;
  /** Absolute http(s) address of an image (B). Takes effect at the next load; anything else is dropped. */
  declare avatarUrl: string;
  /**
   * When to open: at once, near the viewport, or on the visitor's click. Before that click the vendor is
   * asked for nothing; a connection is made once the pointer or the focus is on the button.
   */
  declare loading: 'eager' | 'lazy' | 'click';
  /** Milliseconds one attempt may take; there are up to three. */
  declare timeout: number;
  /** Shows the toolbar: full screen, and a link that opens the room in a new tab. */
  declare controls: boolean;
  /** Accessible name of the room and title of its frame; a word of the visitor's language if left out. */
  declare label: string;
  /** Permissions for the frame beside the built-in ones, as in `<iframe allow>`. */
  declare allow: string;

  readonly #served = new Served(this);
  readonly #localize = new LocalizeController(this, this.#served);
  readonly #fullscreen = new Fullscreen(this);
  readonly #focus = new FocusKeeper(this);
  readonly #session = new Session(this, this.attachInternals?.().states, () =>
    requestOf(this, this.#name),
  );
  /** Whether the room is to be open: `load()` and `unload()` say it, else `loading` does. */
  #isWanted: boolean | undefined;
  /** Ends what lasts while the element is in a page, a move included. */
  #stay: AbortController | undefined;
  #root: Node | undefined;
  #hasArrived = false;

  protected static override finalize(): void {
    super.finalize();
    fallBackToDefaults(this.prototype);
  }

  constructor() {
    super();
    Object.assign(this, DEFAULTS, { embedOptions: {} });
  }

  /** Where the room is. */
  get state(): RoomState {
    return this.#session.state;
  }

  /** Why the room is not there, in state `error`; otherwise `null`. */
  get error(): LivewebinarError | null {
    return this.#session.error;
  }

  /** Direct room URL of the same person; empty without a license key. It holds the role token, if there is one. */
  get roomUrl(): string {
    try {
      return buildRoomUrl(roomOf(this), { origin: this.roomOrigin });
    } catch {
      return '';
    }
  }

  /** Opens the room, as a click on *Join the room* does; nothing if it is open or opening. */
  load(): void {
    this.#isWanted = true;
    if (this.isConnected && (this.state === 'idle' || this.state === 'error')) this.#open();
  }

  /** Opens the room anew, with what has changed since. */
  reload(): void {
    this.#isWanted = true;
    if (this.isConnected) this.#open();
  }

  /** Leaves: the frame is gone and the camera off. A way back in stays, and `load()`. */
  unload(): void {
    this.#isWanted = false;
    this.#focus.note();
    this.#session.leave();
  }

  /** Enters or leaves full screen; where the browser has none for elements, the room fills the window. */
  toggleFullscreen(): Promise<void> {
    return this.#fullscreen.toggle();
  }

  /**
   * Resolves once the room is there. Rejects with the `LivewebinarError` once nothing is tried any
   * more; a room that waits for the network, for a click or for a license key is waited for.
   */
  whenReady(): Promise<void> {
    return this.#session.whenReady();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#stay) {
      this.#stay = new AbortController();
      this.#hasArrived = true;
    }
    this.connectedMoveCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.state !== 'loading') this.#session.end();
    queueMicrotask(() => {
      // Back already: it was moved.
      if (this.isConnected) return;
      this.#stay?.abort();
      this.#stay = undefined;
      this.#isWanted = undefined;
      this.#session.end();
    });
  }

  /** Makes `moveBefore` keep the open room; Firefox 153 loads frames in shadow roots anew all the same. */
  connectedMoveCallback(): void {
    const root = this.getRootNode();
    // A loading room may go on elsewhere in the same tree; in another it would not find its container.
    if (root !== this.#root && this.state === 'loading') this.#session.end();
    this.#root = root;
    this.requestUpdate();
  }

  /** Brings the style along into another document: a constructed style sheet belongs to one. */
  adoptedCallback(): void {
    const view = this.ownerDocument.defaultView;
    if (!this.shadowRoot || !view) return;
    const sheet = new view.CSSStyleSheet();
    const { elementStyles } = this.constructor as typeof LivewebinarRoom;
    sheet.replaceSync((elementStyles as CSSResult[]).join(''));
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Rendered by a server, in a page without Lit's hydration: begins anew.
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    try {
      return super.createRenderRoot();
    } catch {
      // In another document from the beginning, Lit's style sheet is refused.
      this.adoptedCallback();
      return this.shadowRoot!;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (changed.has('avatarUrl') && this.avatarUrl && !avatarOf(this)) {
      console.warn(
        'livewebinar-room: avatar-url must be an absolute http(s) address of an image; the room opens without it.',
      );
    }
    if (this.#hasArrived) {
      // A copy of an open room, cloned or from stored HTML, has the container of that one, and its frame.
      this.querySelectorAll(':scope > [slot=room]').forEach((copy) => copy.remove());
    }
    if (this.#hasArrived || (changed.has('loading') && this.#isWanted !== false)) {
      // Said late, as by a wrapper after hydration: until now only the license key was missing.
      if (!this.#hasArrived && !this.#session.isOn) this.#isWanted = undefined;
      const loadIfLazy = () => this.loading === 'lazy' && this.load();
      if (this.loading === 'lazy') whenNear(this, this.#stay!.signal, loadIfLazy);
      else if (this.loading !== 'click') this.#isWanted = true;
    }
    this.#hasArrived = false;
    const isOther = [...changed.keys()].some((name) => !COSMETIC.has(name));
    const isDue = this.#session.isOn ? this.hasUpdated && isOther : true;
    if (this.#isWanted && isDue) this.#open();
  }

  protected override updated(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.box')!;
    // As tall as the vendor's script makes the room; a share of the height is a share of what there is.
    box.style.minHeight = /[%]/.test(this.height) ? '' : this.height;
  }

  override render(): TemplateResult {
    return renderRoom({
      // On a server: what a browser will show first.
      state: isServer && this.loading === 'eager' && this.#hasRoom ? 'loading' : this.state,
      error: this.error,
      isSlow: this.#session.isSlow,
      hasLeft: this.#session.hasLeft,
      isFull: this.#fullscreen.isOn,
      isServed: this.#served.isNow,
      hasRoom: this.#hasRoom,
      name: this.#name,
      nickname: this.nickname,
      avatarUrl: avatarOf(this),
      roomUrl: this.roomUrl,
      origin: this.mode === 'iframe' ? this.roomOrigin : this.embedOrigin,
      controls: this.controls,
      localize: this.#localize,
      join: this.#join,
      toggleFullscreen: () => void this.toggleFullscreen(),
    });
  }

  readonly #join = (): void => {
    this.#focus.focusPanel();
    this.load();
  };

  get #hasRoom(): boolean {
    return Boolean(this.licenseKey) && String(this.licenseKey).trim() !== '';
  }

  get #name(): string {
    return this.label || this.#localize.term('label');
  }

  #open(): void {
    if (this.#hasRoom) this.#session.open();
    else this.#session.end();
  }
}
