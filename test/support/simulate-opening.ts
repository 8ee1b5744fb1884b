import type { ExtraContext, ExtraHost } from '../../src/gates/extra-interface.js';
import Schedule from '../../src/gates/schedule.js';
import { MAX_ATTEMPTS, getRetryDelay } from '../../src/session/retry.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** Start of the webinar. The times of the simulation are milliseconds relative to it. */
const START = Date.parse('2027-03-01T18:00Z');

/** Chrome runs the timers of hidden tabs once a second and, later, those of long chains once a minute. */
const INTENSIVE_THROTTLING_AFTER_MS = 5 * MINUTE_MS;
const LONG_CHAIN = 5;

/** A time during which the vendor opens no rooms. */
export interface Outage {
  from: number;
  to: number;
  /** Milliseconds until an attempt fails: few if connections are refused, otherwise the element's timeout. */
  failsAfter: number;
}

/** What happened to one visitor. */
export interface Visit {
  /** Milliseconds by which the visitor's clock is fast. */
  clockError: number;
  /** When the visitor last opened or reloaded the page or woke the laptop. */
  backAt: number;
  /** Times of the requests to the vendor. The last one opens the room. */
  requests: number[];
  /** How often the visitor pressed *Try again*. */
  presses: number;
}

type Random = () => number;

/** Creates a generator of random numbers from a seed (mulberry32). */
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  };
}

const drawNormal = (random: Random, deviation: number): number =>
  deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const drawExponential = (random: Random, mean: number): number => -mean * Math.log(1 - random());

/** The timers of one visitor's browser, and what a hidden tab or a sleeping laptop does to them. */
class Timers {
  now: number;
  hiddenSince = Infinity;
  readonly #wakeUpPhase: number;
  /** How many timers in a row have started the next one. */
  #chain = 0;
  #lastId = 0;
  #tasks: { id: number; at: number; chain: number; run: () => void }[] = [];

  /** @param wakeUpPhase The millisecond of each minute at which throttled timers run. */
  constructor(now: number, wakeUpPhase: number) {
    this.now = now;
    this.#wakeUpPhase = wakeUpPhase;
  }

  readonly set = (run: () => void, delay = 0): number =>
    this.#add(run, this.#throttle(this.now + delay, this.#chain + 1), this.#chain + 1);

  readonly clear = (id: number | undefined): void => {
    this.#tasks = this.#tasks.filter((task) => task.id !== id);
  };

  /** Runs a callback in a task that no timer started. */
  readonly post = (run: () => void, at = this.now): number => this.#add(run, at, 0);

  clearAll(): void {
    this.#tasks = [];
  }

  /** Runs the next task. Returns whether there was one. */
  runNext(): boolean {
    if (this.#tasks.length === 0) return false;
    const next = this.#tasks.reduce((first, task) => (task.at < first.at ? task : first));
    this.clear(next.id);
    this.now = next.at;
    this.#chain = next.chain;
    next.run();
    this.#chain = 0;
    return true;
  }

  /** Delays all tasks by the time for which the laptop sleeps. */
  sleep(duration: number): void {
    for (const task of this.#tasks) task.at += duration;
    this.now += duration;
  }

  #add(run: () => void, at: number, chain: number): number {
    this.#lastId += 1;
    this.#tasks.push({ id: this.#lastId, at, chain, run });
    return this.#lastId;
  }

  #throttle(at: number, chain: number): number {
    if (at < this.hiddenSince) return at;
    const isIntensive =
      chain >= LONG_CHAIN && at >= this.hiddenSince + INTENSIVE_THROTTLING_AFTER_MS;
    const interval = isIntensive ? MINUTE_MS : SECOND_MS;
    const phase = this.#wakeUpPhase % interval;
    return Math.ceil((at - phase) / interval) * interval + phase;
  }
}

/**
 * Opens a page with the element's own schedule.
 *
 * @param onOpen Called when the room opens automatically.
 * @returns The listener for `visibilitychange`.
 */
function openPage(onOpen: () => void): () => void {
  let onVisibilityChange = () => {};
  let schedule: Schedule;
  const host = {
    startsAt: new Date(START).toISOString(),
    endsAt: '',
    opensBefore: 60,
    isConnected: true,
    state: 'idle',
    ownerDocument: {
      addEventListener: (_type: string, listener: () => void) => (onVisibilityChange = listener),
    },
    addController(controller: Schedule) {
      schedule = controller;
    },
    requestUpdate() {
      schedule.hostUpdate();
      if (host.state === 'idle' && schedule.canOpen('auto')) {
        host.state = 'loading';
        onOpen();
      }
      schedule.hostUpdated();
    },
  };
  const context = { addEnglishTerms() {}, setPhase() {} };
  schedule = new Schedule(host as unknown as ExtraHost, context as unknown as ExtraContext);
  schedule.hostConnected();
  host.requestUpdate();
  return onVisibilityChange;
}

/** Draws the error of a clock: most are set by the network, some drift, a few are set by hand. */
function drawClockError(random: Random): number {
  const kind = random();
  if (kind < 0.85) return drawNormal(random, 0.5 * SECOND_MS);
  return drawNormal(random, kind < 0.97 ? 5 * SECOND_MS : 3 * MINUTE_MS);
}

function simulateVisit(random: Random, isSpread: boolean, outage: Outage | undefined): Visit {
  const clockError = drawClockError(random);
  const visit: Visit = { clockError, backAt: 0, requests: [], presses: 0 };
  visit.backAt = -Math.min(drawExponential(random, 10 * MINUTE_MS), 90 * MINUTE_MS);
  const timers = new Timers(visit.backAt, random() * MINUTE_MS);
  Date.now = () => START + timers.now + clockError;
  Object.assign(globalThis, {
    setTimeout: timers.set,
    clearTimeout: timers.clear,
    MessageChannel: class {
      readonly port1 = { onmessage() {}, close() {} };
      readonly port2 = { postMessage: () => timers.post(() => this.port1.onmessage()) };
    },
  });
  Math.random = isSpread ? random : () => 0;

  let isOpen = false;
  const open = () => {
    isOpen = true;
  };
  const onVisibilityChange = openPage(open);
  const habit = random();
  if (habit < 0.25) {
    timers.hiddenSince = timers.now + drawExponential(random, MINUTE_MS);
  } else if (habit < 0.35) {
    const reload = () => {
      visit.backAt = timers.now;
      timers.clearAll();
      openPage(open);
    };
    timers.post(reload, Math.max(timers.now, -5 * MINUTE_MS * random()));
  } else if (habit < 0.45) {
    const wake = 20 * MINUTE_MS * (random() - 0.5);
    const sleep = () => {
      if (wake < timers.now) return;
      timers.sleep(wake - timers.now);
      visit.backAt = wake;
      onVisibilityChange();
    };
    timers.post(sleep, timers.now + drawExponential(random, 2 * MINUTE_MS));
  }
  while (!isOpen && timers.runNext());

  Math.random = random;
  let at = timers.now;
  const isBeforeStart = Date.now() < START;
  for (let attempt = 1; ; attempt += 1) {
    visit.requests.push(at);
    if (!outage || at < outage.from || at >= outage.to) return visit;
    at += outage.failsAfter;
    if (attempt < MAX_ATTEMPTS) {
      at += getRetryDelay(attempt, isBeforeStart);
    } else {
      attempt = 0;
      visit.presses += 1;
      at += 2 * SECOND_MS + drawExponential(random, 8 * SECOND_MS);
    }
  }
}

/**
 * Simulates an audience that waits for a scheduled room, with the element's own schedule and
 * backoff. Clocks are wrong, tabs are hidden, laptops sleep, and pages are reloaded.
 *
 * @param options.isSpread If `false`, every element opens its room exactly at the start.
 */
export function simulateOpening({
  visitors,
  seed,
  isSpread = true,
  outage,
}: {
  visitors: number;
  seed: number;
  isSpread?: boolean;
  outage?: Outage;
}): Visit[] {
  const random = createRandom(seed);
  const { setTimeout, clearTimeout, MessageChannel } = globalThis;
  const { now } = Date;
  const { random: realRandom } = Math;
  try {
    return Array.from({ length: visitors }, () => simulateVisit(random, isSpread, outage));
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout, MessageChannel });
    Date.now = now;
    Math.random = realRandom;
  }
}

/** Returns the share of the audience that sends a request in the busiest second after a time. */
export function findBusiestSecond(visits: readonly Visit[], from = -Infinity): number {
  const counts = new Map<number, number>();
  for (const time of visits.flatMap(({ requests }) => requests)) {
    const second = Math.floor(time / SECOND_MS);
    if (time >= from) counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  return Math.max(...counts.values()) / visits.length;
}

/**
 * Returns the longest delay of a first request in milliseconds: after the start by the visitor's clock, or
 * after the visitor came back, whichever is later.
 */
export function findLatest(visits: readonly Visit[]): number {
  return Math.max(
    ...visits.map(
      ({ requests, clockError, backAt }) => requests[0]! - Math.max(-clockError, backAt),
    ),
  );
}
