import english from '../translations/en-extras.js';
import type { RoomLink } from '../url/options.js';
import type { Extra, ExtraContext, ExtraHost, OpenTrigger } from './extra-interface.js';

/** Serializes the options that identify the room and the visitor. Only one tab may open a room with the same options. */
function readParticipant(host: ExtraHost): string {
  try {
    const { licenseKey, roleToken, personalToken, registrantToken, passwordToken, email } = host;
    // The type check reports an option of a link that is missing here.
    const participant: Record<Exclude<keyof RoomLink, 'nickname' | 'avatarUrl'>, string> = {
      licenseKey,
      roleToken,
      personalToken,
      registrantToken,
      passwordToken,
      email,
    };
    return JSON.stringify([host.roomOrigin, participant]);
  } catch {
    return ''; // Values that cannot be serialized are rejected when the room opens.
  }
}

/** Creates the name of the lock. The tokens in it are hashed, because every page of the origin can read lock names. */
async function createLockName(participant: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(participant));
  const digits = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `livewebinar-room ${digits.join('')}`;
}

/**
 * Allows only one tab of the browser to have a room open for the same visitor. A second tab offers to move
 * the room there. Uses the Web Locks API; without it (insecure pages), every tab can open the room.
 */
export default class Exclusive implements Extra {
  readonly #host: ExtraHost;
  readonly #context: ExtraContext;
  #status: 'free' | 'requested' | 'held' | 'elsewhere' | 'refused' = 'free';
  #participant = '';
  #release: (() => void) | undefined;
  /** Whether the next request takes the lock from another tab. */
  #takesOver = false;

  constructor(host: ExtraHost, context: ExtraContext) {
    this.#host = host;
    this.#context = context;
    context.addEnglishTerms(english);
    host.addController(this);
  }

  canOpen(trigger: OpenTrigger): boolean {
    if (!navigator.locks || this.#status === 'refused') return true;
    const isSame = this.#participant === readParticipant(this.#host);
    if (this.#status === 'held' && isSame) return true;
    if (!isSame) this.#release?.();
    const isOffered = this.#status === 'elsewhere' && isSame && trigger === 'auto';
    if (this.#status === 'requested' || isOffered) return false;
    this.#status = 'requested';
    void this.#requestLock();
    return false;
  }

  hostUpdate(): void {
    if (this.#host.state === 'idle') this.#release?.();
  }

  hostDisconnected(): void {
    this.#release?.();
    // A pending request continues, because the element may only have been moved.
    if (this.#status !== 'requested') this.#status = 'free';
  }

  renderPanel(): unknown {
    if (this.#status !== 'elsewhere' || this.#host.state !== 'idle') return undefined;
    const { html, term } = this.#context;
    return html`<p role="status">${term('openElsewhere')}</p>
      <button part="join-button" class="primary" @click=${this.#move}>${term('moveHere')}</button>`;
  }

  readonly #move = (): void => {
    this.#takesOver = true;
    this.#context.join();
  };

  async #requestLock(): Promise<void> {
    const options: LockOptions = this.#takesOver ? { steal: true } : { ifAvailable: true };
    this.#takesOver = false;
    this.#participant = readParticipant(this.#host);
    try {
      const name = await createLockName(this.#participant);
      await navigator.locks.request(name, options, (lock) => this.#holdLock(lock));
    } catch {
      // Another tab has taken the lock, or the browser refuses locks, as in a sandboxed page.
      const wasHeld = this.#status === 'held';
      this.#release = undefined;
      this.#status = wasHeld ? 'free' : 'refused';
      if (wasHeld) this.#context.leave('leftForOtherTab');
      else this.#context.resume();
    }
  }

  /** Opens the room and holds the lock until the room is closed. Without a lock, the room is open in another tab. */
  #holdLock(lock: Lock | null): Promise<void> | undefined {
    this.#host.requestUpdate();
    if (!lock) {
      this.#status = this.#host.isConnected ? 'elsewhere' : 'free';
      return undefined;
    }
    this.#status = 'held';
    return new Promise((resolve) => {
      this.#release = () => {
        this.#release = undefined;
        this.#status = 'free';
        resolve();
      };
      this.#context.resume();
      // The room did not open, for example because the visitor has left in the meantime.
      if (this.#host.state === 'idle') this.#release();
    });
  }
}
