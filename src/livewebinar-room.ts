import { type CSSResult, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { ExtrasController } from './controllers/extras.js';
import { FocusController } from './controllers/focus.js';
import { FullscreenController } from './controllers/fullscreen.js';
import { HydrationController, isServer } from './controllers/hydration.js';
import { LocalizeController } from './controllers/localize.js';
import { SizeController } from './controllers/size.js';
import { convertProperties, declareProperties, DEFAULTS } from './defaults.js';
import type { LivewebinarError } from './errors.js';
import { LivewebinarPhaseChangeEvent, type RoomPhase, type RoomState } from './events.js';
import type { RoomDiagnosis } from './diagnose.js';
import { EXTRAS } from './extras.js';
import { onNearViewport } from './gates/lazy-loading.js';
import { isPrerendering } from './gates/prerendering.js';
import { styles } from './livewebinar-room.styles.js';
import { renderRoom } from './render.js';
import { createRequest, readAvatarUrl, readIdentity, readRoom } from './room-request.js';
import { allowOrigins, isAllowedOrigin } from './session/allowed-origins.js';
import { disableResourceHints } from './session/resource-hints.js';
import { Session } from './session/session.js';
import { buildRoomUrl } from './url/index.js';
import { invalidOption } from './url/validate.js';

/** Anything else is rejected when the room opens. */
const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

const warn = (message: string): void => console.warn(`livewebinar-room: ${message}`);

/** Connected rooms, which may be waiting for an origin to be allowed. */
const rooms = new Set<LivewebinarRoom>();

/**
 * A LiveWebinar room.
 *
 * @summary A live webinar room. With a `license-key`, visitors reach the room, or see what went wrong and a link that opens it.
 *
 * @slot - Shown if scripts do not run, such as a link to the room. Hidden once the element works.
 * @slot placeholder - Replaces the placeholder that is shown before the room opens and after leaving it.
 * @slot loading - Replaces what is shown while the room opens.
 * @slot error - Replaces what is shown if the room could not be opened.
 * @slot countdown - Replaces start and countdown of a scheduled room.
 * @slot ended - Replaces the text that is shown after the end of a scheduled room.
 *
 * @event {LivewebinarStateChangeEvent} livewebinar-statechange - Fires when `state` changes.
 * @event {LivewebinarReadyEvent} livewebinar-ready - Fires when the room is open, once per opening.
 * @event {LivewebinarPhaseChangeEvent} livewebinar-phasechange - Fires when `phase` changes.
 * @event {LivewebinarErrorEvent} livewebinar-error - Fires when an attempt to open the room fails, or when an open room is lost.
 *
 * @csspart stage - The box that holds the room.
 * @csspart placeholder - The placeholder.
 * @csspart join-button - The button of the placeholder.
 * @csspart loading - The panel that is shown while the room opens.
 * @csspart error - The panel that is shown after a failure.
 * @csspart retry-button - The button in that panel that tries again.
 * @csspart open-link - Each link that opens the room in a new tab.
 * @csspart toolbar - The row of controls.
 * @csspart fullscreen-button - Enters and leaves fullscreen.
 * @csspart countdown - Start and countdown of a scheduled room.
 * @csspart calendar-button - Saves a scheduled room as a calendar file.
 * @csspart name-field - The field for the visitor's name.
 * @csspart ended - What is shown after the end of a scheduled room.
 * @csspart notice - The line that tells that camera and microphone cannot work here.
 *
 * @cssstate idle - Not opened yet, or left.
 * @cssstate loading - The room is opening.
 * @cssstate ready - The room is open.
 * @cssstate error - The room is not open, see `error`.
 *
 * @cssproperty [--livewebinar-room-aspect-ratio=16 / 9] - Aspect ratio if nothing else determines the height.
 * @cssproperty [--livewebinar-room-min-height=20em] - Minimum height: 320px, more for visitors with larger text. A `max-height` on the element wins.
 * @cssproperty [--livewebinar-room-background=a shade of Canvas] - Background of placeholder and panels.
 * @cssproperty [--livewebinar-room-color=CanvasText] - Text color.
 * @cssproperty [--livewebinar-room-accent=#1d5bd6] - Background of buttons.
 * @cssproperty [--livewebinar-room-on-accent=#fff] - Text color of buttons.
 * @cssproperty [--livewebinar-room-radius=12px] - Corner radius of buttons and of the room.
 * @cssproperty [--livewebinar-room-font=system-ui, sans-serif] - Font family.
 */
export class LivewebinarRoom extends LitElement {
  static override styles = styles;

  static override properties = declareProperties();

  /**
   * License key of the room, such as `123-123-123`. LiveWebinar also calls it room token. While empty,
   * the element stays `idle` and sends no request. Changing it reopens the room.
   */
  declare licenseKey: string;
  /** Role token of a host or presenter. Anyone who can read the page gets the role. Changing it reopens the room. Never reflected. */
  declare roleToken: string;
  /** Token of a personal link, which determines e-mail, name and role. Changing it reopens the room. Never reflected. */
  declare personalToken: string;
  /** Token of one registrant. Changing it reopens the room. Never reflected. */
  declare registrantToken: string;
  /** Access token of a password-protected room. Changing it reopens the room. Never reflected. */
  declare passwordToken: string;
  /** E-mail address of the participant. Changing it reopens the room. Never reflected. */
  declare email: string;
  /** `id` of the container that the vendor's script fills. If empty, the element chooses one. Changing it reopens the room. */
  declare containerId: string;
  /** Width of the room: a CSS length or a number of pixels. Defaults to `100%`. Changing it reopens the room. */
  declare width: string;
  /** Height of the room: a CSS length or a number of pixels. Defaults to `100%`. Changing it reopens the room. */
  declare height: string;
  /** Further options under the vendor's names, such as `{ _disable_target_top: '1' }`. Changing them reopens the room. */
  declare embedOptions: Record<string, string>;
  /**
   * Origin of the embed script: https, or http on the loopback host. An origin that is not the
   * vendor's has to be allowed with `LivewebinarRoom.allowOrigins()`. Changing it reopens the room.
   */
  declare embedOrigin: string;
  /** Origin of direct room URLs, under the same conditions as `embedOrigin`. Changing it reopens the room. */
  declare roomOrigin: string;
  /** `script`: runs the vendor's embed script. `iframe`: shows the direct room URL in an iframe. Changing it reopens the room. */
  declare mode: 'script' | 'iframe';
  /** In script mode, runs the vendor's script in a nested document of the same origin. Changing it reopens the room. */
  declare isolated: boolean;
  /** Display name. Applies at the next load; `reload()` applies it at once. */
  declare nickname: string;
  /** Absolute http(s) URL of an image. Applies at the next load. Other values are ignored with a warning. */
  declare avatarUrl: string;
  /**
   * When the room opens: at once (`eager`), when the element can be seen or almost be seen (`lazy`), or
   * when the visitor presses the button (`click`). Before that click, no request is sent to the vendor;
   * hovering or focusing the button opens a connection.
   */
  declare loading: 'eager' | 'lazy' | 'click';
  /** Milliseconds that one attempt may take. There are up to three attempts. */
  declare timeout: number;
  /** Shows the toolbar: fullscreen, and a link that opens the room in a new tab. */
  declare controls: boolean;
  /** Accessible name of the room and title of its iframe. Defaults to "Webinar room" in the visitor's language. */
  declare label: string;
  /**
   * Permissions added to the built-in ones, as in `<iframe allow>`; `camera 'none'` denies one. Applies to
   * the iframes that the element creates: with `isolated` and with `mode="iframe"`.
   */
  declare allow: string;
  /**
   * What happens when the element is no longer rendered, as in a closed dialog, a hidden tab panel or
   * with `display: none`: the room stays open (`stay`), or is left after a second (`leave`).
   */
  declare whenHidden: 'stay' | 'leave';
  /**
   * Start of a scheduled room: an ISO 8601 date-time with an offset, such as `2027-03-01T18:00+01:00`.
   * Before it, the placeholder shows the time and a countdown. With `loading="eager"`, the room opens by
   * itself at a random moment in the last minute before the start. Visitors can always open it earlier.
   */
  declare startsAt: string;
  /** End of a scheduled room, written like the start. After it, the placeholder says that the webinar has ended. */
  declare endsAt: string;
  /** Minutes before the start from which *Join* is offered. */
  declare opensBefore: number;
  /** Asks visitors for their name before they join; it becomes the nickname. `required`: not without one. */
  declare askName: boolean | 'required';
  /** Keeps the name that a visitor has typed in this browser, until they press *Not you?*. */
  declare rememberName: boolean;
  /**
   * Allows one open room per browser and participant. A second tab offers to move the room there.
   * Needs a secure page (https); elsewhere, every tab may open the room.
   */
  declare exclusive: boolean;
  /** Lets the browser ask before the page is left while the room is open. */
  declare confirmLeave: boolean;
  /** Keeps the screen on while the room is open and the page is visible. */
  declare keepAwake: boolean;

  readonly #hydration = new HydrationController(this);
  readonly #localize = new LocalizeController(this, this.#hydration);
  readonly #fullscreen = new FullscreenController(this);
  readonly #focus = new FocusController(this);
  readonly #session = new Session(this, this.attachInternals?.().states, () =>
    createRequest(
      this,
      this.renderRoot.querySelector<HTMLElement>('[part=stage]')!,
      this.#localize.term('label'),
    ),
  );
  readonly #extras = new ExtrasController(
    this,
    {
      html,
      term: (key) => this.#localize.term(key),
      addEnglishTexts: (texts) => this.#localize.addEnglishTexts(texts),
      join: () => this.load(),
      resume: () => {
        if (this.isConnected && this.#intent !== 'closed') this.load();
      },
      leave: (reason) => this.#leave(reason),
      reject: (option, remedy) => this.#session.fail(invalidOption(option, remedy)),
      setPhase: (phase) => this.#setPhase(phase),
      buildAttendeeUrl: () =>
        buildRoomUrl({ licenseKey: readRoom(this).licenseKey }, { origin: this.roomOrigin }),
    },
    EXTRAS,
  );
  /** Whether `load()` or `unload()` was called last. With `auto`, `loading` decides. */
  #intent: 'auto' | 'open' | 'closed' = 'auto';
  /** Whether a lazy room has been near the viewport. */
  #wasNear = false;
  /** What the room was opened for, see `readIdentity()`. */
  #openedIdentity = '';
  #phase: RoomPhase | null = null;
  /** Ends what lasts while the element is in a page, moves included. */
  #connection: AbortController | undefined;
  #justConnected = false;
  #root: Node | undefined;

  /**
   * Allows further origins for `embedOrigin` and `roomOrigin`, besides the vendor's and the loopback
   * host. Attributes alone cannot do that, so that injected HTML cannot run a foreign script. A page
   * without a script of its own can list them in its head instead:
   * `<meta name="livewebinar-room-origins" content="https://rooms.acme.example">`.
   *
   * @throws {LivewebinarError} `invalid-option` if one is not an http(s) origin.
   * @example
   * LivewebinarRoom.allowOrigins('https://rooms.acme.example');
   */
  static allowOrigins(...origins: string[]): void {
    allowOrigins(...origins);
    for (const room of rooms) {
      if (room.error?.code === 'invalid-option') room.reload();
    }
  }

  /**
   * Keeps rooms that open from now on from preloading the vendor's second script and from connecting to
   * the room's origin ahead of its iframe. Call it if the browser warns that a preload was not used,
   * which means that the vendor has changed its scripts.
   */
  static disableResourceHints(): void {
    disableResourceHints();
  }

  protected static override finalize(): void {
    super.finalize();
    convertProperties(this.prototype);
  }

  constructor() {
    super();
    Object.assign(this, DEFAULTS, { embedOptions: {} });
    new SizeController(this, () => readRoom(this));
    if (!isServer) this.addEventListener('command', this.#runCommand);
  }

  /** State of the room. */
  get state(): RoomState {
    return this.#session.state;
  }

  /** Why the room is not open, in state `error`; otherwise `null`. */
  get error(): LivewebinarError | null {
    return this.#session.error;
  }

  /** Phase of a scheduled room; `null` without a schedule. */
  get phase(): RoomPhase | null {
    return this.#phase;
  }

  /** Direct room URL of the same participant, or `''` if it cannot be built. Contains the role token, if there is one. */
  get roomUrl(): string {
    try {
      const origin = this.roomOrigin;
      return isAllowedOrigin(origin) ? buildRoomUrl(readRoom(this), { origin }) : '';
    } catch {
      return '';
    }
  }

  /** Opens the room, as a click on *Join the room* does. Does nothing if it is open or opening. */
  load(): void {
    this.#intent = 'open';
    if (this.isConnected && (this.state === 'idle' || this.state === 'error')) this.#open();
  }

  /** Closes the room and opens it again with the current properties. */
  reload(): void {
    this.#intent = 'open';
    if (this.isConnected) this.#open();
  }

  /** Leaves the room and removes its iframe, which stops the camera. A join button remains. */
  unload(): void {
    this.#leave('left');
  }

  /** Enters or leaves fullscreen. In browsers without fullscreen for elements, the room fills the window. */
  toggleFullscreen(): Promise<void> {
    return this.#fullscreen.toggle();
  }

  /**
   * Resolves when the room is open. Rejects with the `LivewebinarError` when no further attempt
   * follows, and with the code `aborted` when the room is closed or removed before it is open. While
   * the room waits for the network, for a click or for a license key, so does the promise.
   */
  whenReady(): Promise<void> {
    return this.#session.whenReady();
  }

  /**
   * Describes the room and its page for a bug report: plain JSON without tokens. Prints what does not
   * work to the console, in the words of the command `livewebinar-room doctor`.
   *
   * @example
   * copy(await document.querySelector('livewebinar-room').diagnose()); // In the browser's console.
   */
  async diagnose(): Promise<RoomDiagnosis> {
    const { diagnose } = await import('./diagnose.js');
    return diagnose(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#connection) {
      this.#connection = new AbortController();
      this.#justConnected = true;
      rooms.add(this);
    }
    this.connectedMoveCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.state !== 'loading') this.#session.end();
    queueMicrotask(() => {
      // Still connected: it was moved.
      if (this.isConnected) return;
      this.#connection?.abort();
      this.#connection = undefined;
      this.#intent = 'auto';
      this.#wasNear = false;
      rooms.delete(this);
      this.#session.end();
    });
  }

  /** Makes `moveBefore()` keep the open room. Firefox 153 reloads iframes in shadow roots all the same. */
  connectedMoveCallback(): void {
    const root = this.getRootNode();
    // In another tree, the vendor's script does not find the container of a room that is opening.
    if (root !== this.#root && this.state === 'loading') this.#session.end();
    this.#root = root;
    this.requestUpdate();
  }

  /** Creates the style sheet in the new document: a constructed style sheet belongs to one. */
  adoptedCallback(): void {
    const win = this.ownerDocument.defaultView;
    if (!this.shadowRoot || !win) return;
    const sheet = new win.CSSStyleSheet();
    const { elementStyles } = this.constructor as typeof LivewebinarRoom;
    sheet.replaceSync((elementStyles as CSSResult[]).join(''));
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  /** Keeps an open room when a library morphs the page to HTML without the container. `unload()` closes it. */
  override removeChild<Child extends Node>(child: Child): Child {
    const isOpenRoom = this.state === 'ready' && (child as Partial<Element>).slot === 'room';
    return isOpenRoom ? child : super.removeChild(child);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Rendered by a server, in a page without Lit's hydration: starts with an empty root.
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    try {
      return super.createRenderRoot();
    } catch {
      // The element was created in another document, which refuses Lit's style sheet.
      this.adoptedCallback();
      return this.shadowRoot!;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (changed.has('avatarUrl') && this.avatarUrl && !readAvatarUrl(this)) {
      warn('avatar-url must be an absolute http(s) URL. The room opens without an image.');
    }
    if (changed.has('allow') && this.allow && this.mode === 'script' && !this.isolated) {
      warn(
        'allow has no effect on the iframe that the vendor\'s script creates. Set isolated, or mode="iframe".',
      );
    }
    if (this.#isPrerendering) return;
    if (this.#justConnected) {
      const misspelled = LivewebinarRoom.observedAttributes.find(
        (name) => name.includes('-') && this.hasAttribute(name.replaceAll('-', '')),
      );
      if (misspelled) warn(`HTML ignores upper case in attributes. Write ${misspelled}.`);
      // A clone of an open room, or stored HTML, contains the container of that room with its iframe.
      this.querySelectorAll(':scope > [slot=room]').forEach((copy) => copy.remove());
    }
    if (this.loading === 'lazy' && (this.#justConnected || changed.has('loading'))) {
      onNearViewport(this, this.#connection!.signal, () => {
        this.#wasNear = true;
        this.requestUpdate();
      });
    }
    this.#justConnected = false;
    this.#extras.load();
    const needsReopen = this.#session.isActive && readIdentity(this) !== this.#openedIdentity;
    if (needsReopen || (!this.#session.isActive && this.#wantsOpen)) this.#open();
  }

  protected override update(changed: PropertyValues<this>): void {
    try {
      super.update(changed);
    } catch (error) {
      // An XHTML page, for example, cannot parse templates. The fallback content has the way into the room.
      this.renderRoot.replaceChildren(this.ownerDocument.createElement('slot'));
      this.#session.fail(error);
    }
  }

  override render(): TemplateResult {
    return renderRoom({
      // A server renders what a browser shows first.
      state: isServer && this.loading === 'eager' && this.#hasLicenseKey ? 'loading' : this.state,
      error: this.error,
      isSlow: this.#session.isSlow,
      leaveReason: this.#session.leaveReason,
      isFullscreen: this.#fullscreen.isActive,
      hasLicenseKey: this.#hasLicenseKey,
      name: this.#name,
      nickname: toText(this.nickname),
      avatarUrl: this.#placeholderImage,
      roomUrl: this.roomUrl,
      origin: this.mode === 'iframe' ? this.roomOrigin : this.embedOrigin,
      controls: this.controls,
      startsAt: this.#hydration.isServerMarkup ? toText(this.startsAt) : '',
      localize: this.#localize,
      extras: this.#extras,
      join: this.#join,
      openTab: this.#openTab,
      toggleFullscreen: () => void this.toggleFullscreen(),
    });
  }

  readonly #join = (): void => {
    this.#focus.focusPanel();
    this.load();
  };

  readonly #openTab = (): void => {
    // After the browser has followed the link, which leaving removes. Nobody should be in the room twice.
    setTimeout(() => this.#leave('leftForTab'));
  };

  readonly #runCommand = (event: Event & { command?: string }): void => {
    if (event.command === '--join') this.load();
    if (event.command === '--leave') this.unload();
    if (event.command === '--reload') this.reload();
    if (event.command === '--fullscreen') void this.toggleFullscreen();
  };

  /** Whether the page is being prerendered. If so, updates the element when the visitor opens the page. */
  get #isPrerendering(): boolean {
    const { signal } = this.#connection!;
    return isPrerendering(this.ownerDocument, signal, () => this.requestUpdate());
  }

  get #wantsOpen(): boolean {
    if (this.#intent !== 'auto') return this.#intent === 'open';
    return this.loading === 'lazy' ? this.#wasNear : this.loading !== 'click';
  }

  get #hasLicenseKey(): boolean {
    const { licenseKey }: { licenseKey: unknown } = this;
    return typeof licenseKey !== 'string' || licenseKey.trim() !== '';
  }

  get #name(): string {
    return toText(this.label) || this.#localize.term('label');
  }

  /** Before the room opens, no image is requested from a host that only the participant's link has chosen. */
  get #placeholderImage(): string {
    const url = this.#hydration.isServerMarkup ? '' : readAvatarUrl(this);
    const origin = url && new URL(url).origin;
    return origin && (origin === location.origin || isAllowedOrigin(origin)) ? url : '';
  }

  #setPhase(phase: RoomPhase | null): void {
    const previous = this.#phase;
    if (phase === previous) return;
    this.#phase = phase;
    this.#session.emit(new LivewebinarPhaseChangeEvent(phase, previous));
  }

  #leave(reason: Parameters<Session['leave']>[0]): void {
    this.#intent = 'closed';
    this.#focus.capture();
    this.#session.leave(reason);
  }

  #open(): void {
    if (!this.#hasLicenseKey) return this.#session.end();
    if (this.#isPrerendering || this.#extras.isLoading) return;
    if (!this.#extras.canOpen(this.#intent === 'open' ? 'join' : 'auto')) {
      // An extra has to ask again after a change of identity.
      if (this.#session.isActive && this.state !== 'error') this.#session.end();
      if (this.#intent === 'open') this.#intent = 'auto';
      return;
    }
    this.#openedIdentity = readIdentity(this);
    this.#focus.capture();
    this.#session.open();
  }
}
