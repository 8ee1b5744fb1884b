import type { RoomPhase } from '../events.js';
import english from '../translations/en-extras.js';
import type { Extra, ExtraContext, ExtraHost, OpenTrigger } from './extra-interface.js';

const MINUTE_MS = 60_000;
/** Longest delay of a timer, so that a changed clock or a wake-up from sleep is noticed in time. */
const MAX_TICK_MS = 30_000;

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * Parses an ISO 8601 date-time with an offset. Returns `NaN` for any other text, `undefined` for an empty
 * one.
 */
function parseTime(text: string): number | undefined {
  if (!text) return undefined;
  return typeof text === 'string' && DATE_TIME.test(text) ? Date.parse(text) : NaN;
}

/**
 * Returns the offset of a date-time in minutes, or `undefined` for `Z`, which does not reveal the organizer's
 * time zone.
 */
function parseOffset(text: string): number | undefined {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : undefined;
}

/** Formats the remaining time, such as "in 12 minutes". Uses minutes up to two hours, hours up to two days, then days. */
function formatRemaining(milliseconds: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return format.format(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return format.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day');
}

const formatTime = (time: number, language: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, options).format(time);

/** `dateStyle` cannot be combined with `timeZoneName`. */
const LOCAL_TIME: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  timeZoneName: 'short',
};

/** Formats an offset such as `UTC+5:30`. */
function formatOffset(offset: number): string {
  const minutes = Math.abs(offset % 60);
  const hours = Math.trunc(Math.abs(offset) / 60);
  return `UTC${offset < 0 ? '−' : '+'}${hours}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`;
}

/**
 * Runs a callback in a separate task, because Chrome throttles chained timers in a hidden tab to one per
 * minute.
 */
function runOutsideTimer(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(null);
}

/** Formats a time in the organizer's time zone, with the date if it differs from the visitor's. */
function formatOrganizerTime(time: number, offset: number, language: string): string {
  const [organizerTime, localTime] = [offset, -new Date(time).getTimezoneOffset()].map(
    (minutes) => new Date(time + minutes * MINUTE_MS),
  );
  const isSameDay = organizerTime!.getUTCDate() === localTime!.getUTCDate();
  const text = formatTime(organizerTime!.getTime(), language, {
    dateStyle: isSameDay ? undefined : 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${text} (${formatOffset(offset)})`;
}

/**
 * Shows when a scheduled room starts, and delays its automatic opening until the last minute before that.
 * Visitors can always join: their clock may be wrong, and the vendor admits them before the start.
 */
export default class Schedule implements Extra {
  readonly #host: ExtraHost;
  readonly #context: ExtraContext;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How long before the start the room opens: a random time, so that an audience does not arrive at once. */
  readonly #headStart = Math.random() * MINUTE_MS;

  constructor(host: ExtraHost, context: ExtraContext) {
    this.#host = host;
    this.#context = context;
    context.addEnglishTerms(english);
    host.addController(this);
  }

  canOpen(trigger: OpenTrigger): boolean {
    const problem = this.#findProblem();
    if (problem) {
      this.#context.reject(...problem);
      return false;
    }
    const { state } = this.#host;
    if (trigger === 'join' || state === 'loading' || state === 'ready') return true;
    const phase = this.#readPhase();
    if (phase === 'ended') return false;
    return phase === 'live' || Date.now() >= this.#startsAt! - this.#headStart;
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('visibilitychange', this.#update);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('visibilitychange', this.#update);
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    this.#context.setPhase(this.#readPhase());
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const next = this.#findProblem() ? undefined : this.#findNextChange();
    if (next === undefined || !this.#host.isConnected) return;
    const delay = Math.min(Math.max(next - Date.now(), 0) + 1, MAX_TICK_MS);
    this.#timer = setTimeout(() => runOutsideTimer(this.#update), delay);
  }

  renderPlaceholder(): unknown {
    return this.#readPhase() === 'open' ? this.#renderTimes() : undefined;
  }

  renderLinks(): unknown {
    return this.#readPhase() === 'open' ? this.#renderCalendarButton() : undefined;
  }

  renderPanel(): unknown {
    const { html, term } = this.#context;
    const phase = this.#readPhase();
    const openAnyway = html`<button @click=${this.#context.join}>${term('openAnyway')}</button>`;
    if (phase === 'ended') {
      return html`<div part="ended">
        <slot name="ended"><p class="name">${term('ended')}</p></slot>
        <div class="links">${openAnyway}</div>
      </div>`;
    }
    if (phase !== 'early') return undefined;
    return html`<p class="name">${this.#name}</p>
      ${this.#renderTimes()} ${this.#renderCalendarButton('primary')}
      <div class="links">${openAnyway}</div>`;
  }

  readonly #update = (): void => this.#host.requestUpdate();

  get #startsAt(): number | undefined {
    return parseTime(this.#host.startsAt);
  }

  get #endsAt(): number | undefined {
    return parseTime(this.#host.endsAt);
  }

  get #name(): string {
    return this.#host.label || this.#context.term('label');
  }

  #findProblem(): [option: string, remedy: string] | undefined {
    const { startsAt, endsAt, opensBefore } = this.#host;
    const remedy = 'must be a date-time with an offset, such as 2027-03-01T18:00+01:00';
    if (Number.isNaN(parseTime(startsAt))) return ['startsAt', remedy];
    if (Number.isNaN(parseTime(endsAt))) return ['endsAt', remedy];
    if (
      this.#startsAt !== undefined &&
      this.#endsAt !== undefined &&
      this.#endsAt <= this.#startsAt
    )
      return ['endsAt', 'must be after startsAt'];
    return typeof opensBefore === 'number' && opensBefore >= 0
      ? undefined
      : ['opensBefore', 'must be a number of minutes, such as 60'];
  }

  #readPhase(): RoomPhase | null {
    if (this.#findProblem()) return null;
    const now = Date.now();
    const [start, end] = [this.#startsAt, this.#endsAt];
    if (start === undefined && end === undefined) return null;
    if (end !== undefined && now >= end) return 'ended';
    if (start === undefined || now >= start) return 'live';
    return now >= start - this.#host.opensBefore * MINUTE_MS ? 'open' : 'early';
  }

  /** Returns when the phase or the countdown's text changes next, or the room opens, whichever comes first. */
  #findNextChange(): number | undefined {
    const now = Date.now();
    const [start, end] = [this.#startsAt, this.#endsAt];
    const times = [end];
    if (start !== undefined && now < start) {
      const left = start - now;
      // The countdown's text changes every second in the last minute, before that at most every minute.
      const step = left <= MINUTE_MS ? 1000 : MINUTE_MS;
      times.push(start - this.#host.opensBefore * MINUTE_MS, start - this.#headStart, start);
      times.push(start - (Math.ceil(left / step) - 1) * step);
    }
    const upcoming = times.filter((time): time is number => time !== undefined && time > now);
    return upcoming.length > 0 ? Math.min(...upcoming) : undefined;
  }

  #renderTimes(): unknown {
    const { html, term } = this.#context;
    const start = this.#startsAt!;
    const language = term('$code');
    const { startsAt } = this.#host;
    const offset = parseOffset(startsAt);
    const hasOtherOffset = offset !== undefined && offset !== -new Date(start).getTimezoneOffset();
    const remaining = formatRemaining(start - Date.now(), language);
    return html`<slot name="countdown">
      <div part="countdown">
        <p><time datetime=${startsAt}>${formatTime(start, language, LOCAL_TIME)}</time></p>
        ${
          hasOtherOffset
            ? html`<p>
                <small
                  >${term('organizerTime').replace('{time}', formatOrganizerTime(start, offset, language))}</small
                >
              </p>`
            : ''
        }
        <p role="timer"><strong>${term('startsWhen').replace('{when}', remaining)}</strong></p>
      </div>
    </slot>`;
  }

  #renderCalendarButton(className = ''): unknown {
    const { html, term } = this.#context;
    return html`<button part="calendar-button" class=${className} @click=${this.#saveCalendarFile}>
      ${term('addToCalendar')}
    </button>`;
  }

  readonly #saveCalendarFile = async (): Promise<void> => {
    const { buildCalendarFile } = await import('../calendar/index.js');
    const { startsAt, endsAt, licenseKey, roomOrigin, ownerDocument } = this.#host;
    const { personalToken, registrantToken, passwordToken } = this.#host;
    const room = { licenseKey, personalToken, registrantToken, passwordToken };
    const text = buildCalendarFile({ title: this.#name, startsAt, endsAt, roomOrigin, room });
    const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
    const link = ownerDocument.createElement('a');
    link.href = url;
    link.download = 'webinar.ics';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), MINUTE_MS);
  };
}
