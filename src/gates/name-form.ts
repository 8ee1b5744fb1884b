import english from '../translations/en-extras.js';
import type { Extra, ExtraContext, ExtraHost, OpenTrigger } from './extra-interface.js';

const STORAGE_KEY = 'livewebinar-room-name';

/**
 * Runs a callback with `localStorage`, or returns `undefined` if storage is blocked, for example by a
 * sandbox.
 */
function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/** Asks visitors for their name before they join. The name becomes the nickname. */
export default class NameForm implements Extra {
  readonly #host: ExtraHost;
  readonly #context: ExtraContext;
  /** Whether this browser stores the name. */
  #isRemembered = false;
  #isNameMissing = false;

  constructor(host: ExtraHost, context: ExtraContext) {
    this.#host = host;
    this.#context = context;
    context.addEnglishTerms(english);
    const remembered = host.rememberName && withStorage((storage) => storage.getItem(STORAGE_KEY));
    if (remembered) {
      host.nickname = remembered;
      this.#isRemembered = true;
    }
  }

  canOpen(trigger: OpenTrigger): boolean {
    if (this.#host.state !== 'idle' && this.#host.state !== 'error') return true;
    if (trigger === 'auto') return false;
    const input = this.#input;
    const name = (input ? input.value : this.#nickname).trim();
    this.#isNameMissing = this.#host.askName === 'required' && name === '';
    if (this.#isNameMissing) {
      this.#host.requestUpdate();
      input?.focus();
      return false;
    }
    this.#host.nickname = name;
    if (this.#host.rememberName && name) {
      this.#isRemembered = true;
      withStorage((storage) => storage.setItem(STORAGE_KEY, name));
    }
    return true;
  }

  renderPlaceholder(): unknown {
    const { html, term } = this.#context;
    const { askName } = this.#host;
    return html`<label>
        ${term('yourName')}
        <input
          part="name-field"
          name="name"
          autocomplete="name"
          enterkeyhint="go"
          maxlength="200"
          .value=${this.#nickname}
          ?required=${askName === 'required'}
          aria-invalid=${this.#isNameMissing ? 'true' : 'false'}
          aria-describedby="name-problem"
          @keydown=${this.#joinOnEnter}
        />
      </label>
      <p id="name-problem" role="alert">${this.#isNameMissing ? term('nameRequired') : ''}</p>`;
  }

  renderLinks(): unknown {
    const { html, term } = this.#context;
    return this.#isRemembered
      ? html`<button @click=${this.#forgetName}>${term('notYou')}</button>`
      : undefined;
  }

  /** The nickname, or `''` for a value of another type, which is rejected when the room opens. */
  get #nickname(): string {
    const { nickname }: { nickname: unknown } = this.#host;
    return typeof nickname === 'string' ? nickname : '';
  }

  get #input(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('[part=name-field]');
  }

  readonly #joinOnEnter = ({ key, isComposing }: KeyboardEvent): void => {
    if (key === 'Enter' && !isComposing) this.#context.join();
  };

  readonly #forgetName = (): void => {
    withStorage((storage) => storage.removeItem(STORAGE_KEY));
    this.#isRemembered = false;
    this.#host.nickname = '';
    const input = this.#input!;
    input.value = '';
    input.focus();
  };
}
