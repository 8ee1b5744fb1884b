import { LivewebinarError } from '../errors.js';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { ConsentAdapter } from './consent-adapter.js';

/** Options of `bindConsent()`. */
export interface BindConsentOptions {
  /** CSS selector of the rooms. Defaults to `livewebinar-room`: all rooms of the page. */
  readonly selector?: string;
}

const isRendered = (room: Element): boolean =>
  room.checkVisibility?.() ?? room.getClientRects().length > 0;

/**
 * Opens the rooms of the page when the visitor consents, and leaves them when the visitor withdraws
 * consent. This includes rooms that are added later, such as after a client-side route change. A room that
 * is not rendered, as in a closed dialog, opens once it is rendered. Rooms in shadow roots are not found.
 *
 * Set `loading="click"` on the rooms, so that no request is sent before the visitor consents. Each consent
 * opens a room once: if the visitor leaves the room, it does not open again.
 *
 * @param adapter The adapter of the consent manager, such as `cookiebot()`.
 * @returns A function that removes the binding. Open rooms stay open.
 * @throws {LivewebinarError} `invalid-option` if `adapter` is not a function.
 * @example
 * import { bindConsent, cookiebot } from 'livewebinar-room/consent';
 *
 * const unbind = bindConsent(cookiebot({ category: 'marketing' }));
 */
export function bindConsent(
  adapter: ConsentAdapter,
  { selector = 'livewebinar-room' }: BindConsentOptions = {},
): () => void {
  if (typeof adapter !== 'function') {
    throw new LivewebinarError(
      'invalid-option',
      'adapter must be a function such as the one that cookiebot() returns.',
    );
  }
  let isBound = true;
  let hasConsent = false;
  let hasWarned = false;
  /** Rooms that the current consent has opened, or will open once they are rendered. */
  let handled = new Set<LivewebinarRoom>();
  const awaitedNames = new Set<string>();

  const sizeObserver = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (isRendered(target)) open(target as LivewebinarRoom);
    }
  });
  const additionObserver = new MutationObserver(update);

  function open(room: LivewebinarRoom): void {
    sizeObserver.unobserve(room);
    room.load();
  }

  function isDefined(room: LivewebinarRoom): boolean {
    if (typeof room.load === 'function') return true;
    const name = room.localName;
    if (!awaitedNames.has(name)) {
      awaitedNames.add(name);
      void customElements.whenDefined(name).then(update);
    }
    return false;
  }

  function warnAboutLoading({ loading }: LivewebinarRoom): void {
    if (hasWarned || loading === 'click') return;
    hasWarned = true;
    console.warn(
      `livewebinar-room: loading="${loading}" opens a room before the visitor consents. Set loading="click".`,
    );
  }

  const findRooms = () => [...document.querySelectorAll<LivewebinarRoom>(selector)];

  function update(): void {
    if (!isBound) return;
    const rooms = findRooms().filter(isDefined);
    rooms.forEach(warnAboutLoading);
    const added = rooms.filter((room) => !handled.has(room));
    // Forgets rooms that were removed from the page, so that they open again when they are added.
    handled = new Set(hasConsent ? rooms : []);
    if (!hasConsent) return;
    for (const room of added) {
      if (isRendered(room)) open(room);
      else sizeObserver.observe(room);
    }
  }

  const stop = adapter((consent) => {
    if (!isBound || consent === hasConsent) return;
    hasConsent = consent;
    update();
    if (consent) return;
    sizeObserver.disconnect();
    for (const room of findRooms().filter(isDefined)) room.unload();
  });
  additionObserver.observe(document, { childList: true, subtree: true });
  update();

  return () => {
    isBound = false;
    stop();
    additionObserver.disconnect();
    sizeObserver.disconnect();
  };
}
