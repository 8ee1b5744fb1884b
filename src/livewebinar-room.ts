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
import { EXTRA_LOADERS } from './extra-loaders.js';
import { onNearViewport } from './gates/lazy-loading.js';
import { isPrerendering } from './gates/prerendering.js';
import { styles } from './livewebinar-room.styles.js';
import { renderRoom } from './render.js';
import { createRequest, readAvatarUrl, readIdentity, readRoom } from './room-request.js';
import { allowOrigins, isAllowedByPage, isAllowedOrigin } from './session/allowed-origins.js';
import { disableResourceHints } from './session/resource-hints.js';
import { Session } from './session/session.js';
import { buildRoomUrl } from './url/index.js';
import { invalidOption } from './url/validate.js';

/** Returns a string unchanged, and `''` for any other value, which is rejected when the room opens. */
const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

const warn = (message: string): void => console.warn(`livewebinar-room: ${message}`);

/** Maximum number of consecutive removals of an open room's container that the element ignores. */
const MAX_IGNORED_REMOVALS = 20;

/** Connected rooms. `allowOrigins()` reloads those that were rejected because of their origin. */
const rooms = new Set<LivewebinarRoom>();

/**
 * A LiveWebinar room.
 *
 * @summary Embeds a LiveWebinar room. If the room cannot open, visitors see what went wrong and a link that opens it.
 *
 * @slot - Fallback content, such as a link to the room, for browsers in which the script does not run. Hidden once the element is upgraded.
 * @slot placeholder - Replaces the content of the placeholder, which is shown before the room opens and after the visitor leaves it.
 * @slot loading - Replaces the content of the panel that is shown while the room opens.
 * @slot error - Replaces the content of the panel that is shown if the room could not be opened.
 * @slot countdown - Replaces the start time and the countdown of a scheduled room.
 * @slot ended - Replaces the text that is shown after the end of a scheduled room.
 *
 * @event {LivewebinarStateChangeEvent} livewebinar-statechange - Fires when `state` changes.
 * @event {LivewebinarReadyEvent} livewebinar-ready - Fires each time the room has opened.
 * @event {LivewebinarPhaseChangeEvent} livewebinar-phasechange - Fires when `phase` changes.
 * @event {LivewebinarErrorEvent} livewebinar-error - Fires when an attempt to open the room fails, or when something on the page removes an open room.
 *
 * @csspart stage - The box that contains the room's iframe.
 * @csspart placeholder - The panel that is shown before the room opens and after the visitor leaves it.
 * @csspart join-button - The button in the placeholder that opens the room.
 * @csspart loading - The panel that is shown while the room opens.
 * @csspart error - The panel that is shown if the room could not be opened.
 * @csspart retry-button - The button in the error panel that tries again.
 * @csspart open-link - Each link that opens the room in a new tab.
 * @csspart toolbar - The row of controls, see `controls`.
 * @csspart fullscreen-button - The button in the toolbar that enters and exits fullscreen.
 * @csspart countdown - The start time and the countdown of a scheduled room.
 * @csspart calendar-button - The button that saves a scheduled room as a calendar file.
 * @csspart name-field - The field for the visitor's name.
 * @csspart ended - The text that is shown after the end of a scheduled room.
 * @csspart notice - The message that camera and microphone do not work on this page.
 *
 * @cssstate idle - The room has not been opened yet, or the visitor has left it.
 * @cssstate loading - The room is opening.
 * @cssstate ready - The room is open.
 * @cssstate error - The room could not be opened, or was lost. See `error`.
 *
 * @cssproperty [--livewebinar-room-aspect-ratio=16 / 9] - Aspect ratio if nothing else determines the height.
 * @cssproperty [--livewebinar-room-min-height=20em] - Minimum height: 320px with the browser's default font size. A `max-height` on the element takes precedence.
 * @cssproperty [--livewebinar-room-background=color-mix(in srgb, CanvasText 4%, Canvas)] - Background of placeholder and panels.
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
   * License key of the room, such as `123-123-123`. LiveWebinar also calls it room token. While it is
   * empty, the element stays `idle` and sends no request. Changing it reopens the room.
   */
  declare licenseKey: string;
  /** Role token of a host or presenter. Anyone who can read the page can use it. Changing it reopens the room. Never reflected. */
  declare roleToken: string;
  /** Token of a personal link, which determines e-mail, name and role. Changing it reopens the room. Never reflected. */
  declare personalToken: string;
  /** Token of one registrant. Changing it reopens the room. Never reflected. */
  declare registrantToken: string;
  /** Access token of a password-protected room. Changing it reopens the room. Never reflected. */
  declare passwordToken: string;
  /** E-mail address of the visitor. Changing it reopens the room. Never reflected. */
  declare email: string;
  /** `id` of the container into which LiveWebinar's script puts the room. If empty, the element chooses one. Changing it reopens the room. */
  declare containerId: string;
  /**
   * Width of the room: a CSS length or a number of pixels. Defaults to `100%`. A percentage is passed to
   * LiveWebinar's script and does not size the element: use CSS for that. Changing it reopens the room.
   */
  declare width: string;
  /**
   * Height of the room: a CSS length or a number of pixels. Defaults to `100%`. A percentage is passed to
   * LiveWebinar's script and does not size the element: use CSS for that. Changing it reopens the room.
   */
  declare height: string;
  /** Further options of LiveWebinar's embed script, such as `{ _disable_target_top: '1' }`. Changing them reopens the room. */
  declare embedOptions: Record<string, string>;
  /**
   * Origin of the embed script: `https:`, or `http:` on a loopback host. Origins other than
   * LiveWebinar's have to be allowed with `LivewebinarRoom.allowOrigins()`. Changing it reopens the room.
   */
  declare embedOrigin: string;
  /** Origin of direct room URLs. The rules of `embedOrigin` apply. Changing it reopens the room. */
  declare roomOrigin: string;
  /** `script` runs LiveWebinar's embed script. `iframe` shows the direct room URL in an iframe. Changing it reopens the room. */
  declare mode: 'script' | 'iframe';
  /** In script mode, runs LiveWebinar's script in a nested document of the same origin. Changing it reopens the room. */
  declare isolated: boolean;
  /** Display name. Applies at the next load; `reload()` applies it at once. */
  declare nickname: string;
  /**
   * Absolute http(s) URL of an image; other values are ignored with a warning. Applies at the next load.
   * The placeholder shows it only from the page's own origin or one allowed with `allowOrigins()`.
   */
  declare avatarUrl: string;
  /**
   * When the room opens: at once (`eager`), when the element is near the viewport and visible (`lazy`),
   * or when the visitor presses the join button (`click`). Before that click, no request is sent to
   * LiveWebinar; hovering or focusing the button opens a connection.
   */
  declare loading: 'eager' | 'lazy' | 'click';
  /** Timeout of one attempt to open the room, in milliseconds. There are up to three attempts. */
  declare timeout: number;
  /** Shows a toolbar with a fullscreen button and a link that opens the room in a new tab. */
  declare controls: boolean;
  /** Name of the room: visible in the placeholder, and title of the iframe. Defaults to "Webinar room" in the visitor's language. */
  declare label: string;
  /**
   * Permissions to add to the built-in ones, in the syntax of `<iframe allow>`; `camera 'none'` denies
   * one. Applies to the iframes that the element creates: with `isolated` and with `mode="iframe"`.
   */
  declare allow: string;
  /**
   * What happens when the element is no longer rendered, as in a closed dialog, a hidden tab panel or
   * with `display: none`. `stay` keeps the room open; `leave` leaves it after one second.
   */
  declare whenHidden: 'stay' | 'leave';
  /**
   * Start of a scheduled room: an ISO 8601 date-time with an offset, such as `2027-03-01T18:00+01:00`.
   * Before the start, the placeholder shows the time and a countdown. With `loading="eager"`, the room
   * opens automatically at a random moment in the last minute before the start. Visitors can always open
   * it earlier.
   */
  declare startsAt: string;
  /** End of a scheduled room, in the same format. After the end, the placeholder tells visitors that the webinar is over. */
  declare endsAt: string;
  /** Number of minutes before the start at which the join button appears. Before that, visitors can press *Open the room anyway*. */
  declare opensBefore: number;
  /** Asks visitors for their name before they join. The name becomes the nickname. With `required`, visitors cannot join without a name. */
  declare askName: boolean | 'required';
  /** Stores the name that the visitor enters in `localStorage`, until they press *Not you?*. */
  declare rememberName: boolean;
  /**
   * Allows only one tab of the browser to have the room open for the same visitor. A second tab shows a
   * button that moves the room there. Requires a secure context; on an insecure page, every tab can open the
   * room.
   */
  declare exclusive: boolean;
  /** While the room is open, makes the browser ask visitors to confirm that they want to leave the page. */
  declare confirmLeave: boolean;
  /** Holds a screen wake lock while the room is open and the page is visible. */
  declare keepAwake: boolean;

  readonly #hydration = new HydrationController(this);
  readonly #localize = new LocalizeController(this, this.#hydration);
  readonly #fullscreen = new FullscreenController(this);
  readonly #focus = new FocusController(this);
  readonly #session = new Session(this, this.attachInternals?.().states, () =>
    createRequest(
      this,
      async () => {
        await this.updateComplete;
        return this.renderRoot.querySelector<HTMLElement>('[part=stage]')!;
      },
      this.#localize.term('label'),
    ),
  );
  readonly #extras = new ExtrasController(
    this,
    {
      html,
      term: (key) => this.#localize.term(key),
      addEnglishTerms: (terms) => this.#localize.addEnglishTerms(terms),
      join: () => this.load(),
      resume: () => {
        if (this.isConnected && this.#intent !== 'closed') this.load();
      },
      leave: (reason) => this.#leave(reason),
      reject: (option, remedy) => this.#session.fail(invalidOption(option, remedy)),
      setPhase: (phase) => this.#setPhase(phase),
    },
    EXTRA_LOADERS,
  );
  /** `open` or `closed` after `load()` or `unload()`. With `auto`, `loading` decides. */
  #intent: 'auto' | 'open' | 'closed' = 'auto';
  /** Whether a lazy room has been near the viewport. */
  #wasNear = false;
  /** The result of `readIdentity()` when the room was opened, or could not be. */
  #openedIdentity = '';
  #phase: RoomPhase | null = null;
  /** Aborts when the element is removed from the page. Moving the element does not abort it. */
  #connection: AbortController | undefined;
  #justConnected = false;
  #root: Node | undefined;
  #hasRenderError = false;
  /** Removals ignored since the last microtask checkpoint. */
  #ignoredRemovals = 0;

  /**
   * Allows further origins for `embedOrigin` and `roomOrigin`. LiveWebinar's own origins and loopback
   * hosts are always allowed. An attribute cannot allow an origin, so that injected HTML cannot run a
   * third-party script. A page can also list the origins in its head:
   * `<meta name="livewebinar-room-origins" content="https://rooms.acme.example">`.
   *
   * @throws {LivewebinarError} `invalid-option` if an argument is not an http(s) origin.
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
   * Turns off the resource hints of rooms that open later: the preload of LiveWebinar's second script and
   * the preconnect to the room's origin. Call it if the browser warns about an unused preload, which means
   * that LiveWebinar has changed its scripts.
   */
  static disableResourceHints(): void {
    disableResourceHints();
  }

  protected static override finalize(): void {
    // Each read of `observedAttributes` calls this.
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    convertProperties(this.prototype);
  }

  constructor() {
    super();
    Object.assign(this, DEFAULTS, { embedOptions: {} });
    new SizeController(this, () => readRoom(this));
    if (!isServer) this.addEventListener('command', this.#runCommand);
  }

  /** State of the room: `idle`, `loading`, `ready` or `error`. */
  get state(): RoomState {
    return this.#session.state;
  }

  /** The reason why the room is not open, in state `error`; otherwise `null`. */
  get error(): LivewebinarError | null {
    return this.#session.error;
  }

  /**
   * Phase of a scheduled room: `early` before the join button appears, `open` until the start, `live` until
   * the end, then `ended`. Independent of `state`. `null` without a schedule.
   */
  get phase(): RoomPhase | null {
    return this.#phase;
  }

  /** Direct room URL for the same visitor, or `''` if it cannot be built. Contains the visitor's token, if there is one. */
  get roomUrl(): string {
    try {
      const origin = this.roomOrigin;
      return isAllowedOrigin(origin) ? buildRoomUrl(readRoom(this), { origin }) : '';
    } catch {
      return '';
    }
  }

  /** Opens the room, like a click on the join button. Does nothing if the room is open or opening. */
  load(): void {
    this.#intent = 'open';
    if (this.isConnected && (this.state === 'idle' || this.state === 'error')) this.#open();
  }

  /** Closes the room and opens it with the current properties. */
  reload(): void {
    this.#intent = 'open';
    if (this.isConnected) this.#open();
  }

  /** Leaves the room and removes its iframe, which stops the camera. A join button remains. */
  unload(): void {
    this.#leave('left');
  }

  /** Enters or exits fullscreen. In browsers without the Fullscreen API for elements (iPhone), the room fills the viewport. */
  toggleFullscreen(): Promise<void> {
    return this.#fullscreen.toggle();
  }

  /**
   * Resolves when the room is open. Rejects with a `LivewebinarError` when the last attempt fails, or with
   * the code `aborted` when the room is closed or removed before it is open. Stays pending while the room
   * waits for the network, a click or a license key.
   */
  whenReady(): Promise<void> {
    return this.#session.whenReady();
  }

  /**
   * Returns a report on the room and its page for a bug report: plain JSON without tokens. Prints the
   * problems to the console, like the command `livewebinar-room doctor`.
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
      // The element was only moved.
      if (this.isConnected) return;
      this.#connection?.abort();
      this.#connection = undefined;
      this.#intent = 'auto';
      this.#wasNear = false;
      rooms.delete(this);
      this.#session.end();
    });
  }

  /** Lets `moveBefore()` preserve the open room. Firefox 153 still reloads iframes in shadow roots. */
  connectedMoveCallback(): void {
    const root = this.getRootNode();
    // In another tree, the vendor's script does not find the container of a room that is opening.
    if (root !== this.#root && this.state === 'loading') this.#session.end();
    this.#root = root;
    this.requestUpdate();
  }

  /** Recreates the style sheet, because a constructed style sheet belongs to one document. */
  adoptedCallback(): void {
    const win = this.ownerDocument.defaultView;
    if (!this.shadowRoot || !win) return;
    const sheet = new win.CSSStyleSheet();
    const { elementStyles } = this.constructor as typeof LivewebinarRoom;
    sheet.replaceSync((elementStyles as CSSResult[]).join(''));
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  /** Keeps the container of an open room in place when a DOM morphing library removes it. `unload()` closes the room. */
  override removeChild<Child extends Node>(child: Child): Child {
    const isOpenRoom = this.state === 'ready' && (child as Partial<Element>).slot === 'room';
    if (!isOpenRoom || this.#ignoredRemovals >= MAX_IGNORED_REMOVALS)
      return super.removeChild(child);
    // A loop that removes the first child of the element would never end if the container always stayed.
    if (this.#ignoredRemovals++ === 0) queueMicrotask(() => (this.#ignoredRemovals = 0));
    return child;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Without Lit's hydration support, discard the shadow root that the server rendered.
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    try {
      return super.createRenderRoot();
    } catch {
      // The element was created in another document, where Lit's style sheet is invalid.
      this.adoptedCallback();
      return this.shadowRoot!;
    }
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    // jsdom disconnects the element after a test, when its globals are gone.
    return globalThis.document && super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (changed.has('avatarUrl') && this.avatarUrl && !readAvatarUrl(this)) {
      warn('avatar-url must be an absolute http(s) URL. The room opens without an image.');
    }
    if (changed.has('allow') && this.allow && this.mode === 'script' && !this.isolated) {
      warn(
        'allow has no effect on the iframe that LiveWebinar\'s script creates. Set isolated, or mode="iframe".',
      );
    }
    if (this.#isPrerendering) return;
    if (this.#justConnected) {
      const misspelled = LivewebinarRoom.observedAttributes.find(
        (name) => name.includes('-') && this.hasAttribute(name.replaceAll('-', '')),
      );
      if (misspelled) warn(`Unknown attribute. Use ${misspelled}, with hyphens.`);
      // A clone or a serialized copy of an open room contains that room's container and iframe.
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
    // Any changed option may correct the error.
    const isCorrected =
      this.error?.code === 'invalid-option' &&
      // A new object may be equal to the previous one: frameworks create one per rendering.
      [...(changed as Map<keyof this, unknown>)].some(
        ([name, previous]) => Object(previous) !== previous || Object(this[name]) !== this[name],
      );
    const needsOpen = this.#session.isActive
      ? isCorrected || readIdentity(this) !== this.#openedIdentity
      : this.#wantsOpen;
    if (!needsOpen) return;
    if (this.error && !this.#wantsOpen) this.#session.end();
    else this.#open(true);
  }

  protected override update(changed: PropertyValues<this>): void {
    try {
      this.#hasRenderError = false;
      super.update(changed);
    } catch (error) {
      this.#hasRenderError = true;
      this.#openedIdentity = readIdentity(this);
      super.update(changed);
      this.#session.fail(error);
    }
  }

  override render(): TemplateResult | Node {
    // XHTML pages, for example, cannot parse templates. The fallback content links to the room.
    if (this.#hasRenderError) return this.ownerDocument.createElement('slot');
    return renderRoom({
      // The server renders what the browser shows first.
      state: isServer && this.loading === 'eager' && this.#hasLicenseKey ? 'loading' : this.state,
      error: this.error,
      isSlow: this.#session.isSlow,
      leaveReason: this.#session.leaveReason,
      isFullscreen: this.#fullscreen.isActive,
      hasLicenseKey: this.#hasLicenseKey,
      name: this.#name,
      nickname: this.askName ? '' : toText(this.nickname),
      avatarUrl: this.#placeholderImage,
      roomUrl: this.roomUrl,
      origin: this.mode === 'iframe' ? this.roomOrigin : this.embedOrigin,
      controls: this.controls,
      startsAt: this.#hydration.isServerMarkup ? toText(this.startsAt) : '',
      localize: this.#localize,
      extras: this.#extras,
      join: this.#join,
      leaveForTab: this.#leaveForTab,
      toggleFullscreen: () => void this.toggleFullscreen(),
    });
  }

  readonly #join = (): void => {
    this.#focus.focusPanel();
    this.load();
  };

  readonly #leaveForTab = (): void => {
    // Leaving removes the link, so it has to wait until the browser has followed it.
    setTimeout(() => this.#leave('leftForTab'));
  };

  readonly #runCommand = (event: Event & { command?: string }): void => {
    if (event.command === '--join') this.load();
    if (event.command === '--leave') this.unload();
    if (event.command === '--reload') this.reload();
    if (event.command === '--fullscreen') void this.toggleFullscreen();
  };

  /** Whether the page is being prerendered. If so, the element updates when the page is activated. */
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

  /**
   * URL of the avatar, or `''` if the page does not allow its origin. On the room page, it comes from the
   * query, and a link must not choose what the page requests. LiveWebinar's own origins are no exception,
   * because the placeholder sends no request to LiveWebinar.
   */
  get #placeholderImage(): string {
    const url = this.#hydration.isServerMarkup ? '' : readAvatarUrl(this);
    const origin = url && new URL(url).origin;
    return origin && (origin === location.origin || isAllowedByPage(origin)) ? url : '';
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

  /** @param isUpdating Whether the element is about to be rendered. */
  #open(isUpdating = false): void {
    if (!this.#hasLicenseKey) return this.#session.end();
    if (this.#isPrerendering) return;
    this.#openedIdentity = readIdentity(this);
    const { error } = this;
    const { isLoading } = this.#extras;
    if (isLoading || !this.#extras.canOpen(this.#intent === 'open' ? 'join' : 'auto')) {
      // The placeholder shows why, unless an extra has just rejected an option.
      if (this.state !== 'idle' && this.error === error) this.#session.end();
      if (!isLoading && this.#intent === 'open') this.#intent = 'auto';
      return;
    }
    this.#focus.capture();
    this.#session.open(isUpdating);
  }
}
