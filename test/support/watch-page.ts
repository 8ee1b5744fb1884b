/** Lists the active listeners, timers and observers of a page. */
export interface Watch {
  /** Returns one line for each that was added since `watchPage()` and is still active. */
  readonly open: () => string[];
  readonly stop: () => void;
}

interface Listener {
  readonly target: EventTarget;
  readonly type: string;
  readonly callback: unknown;
  readonly capture: boolean;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

const capturing = (options: unknown): boolean =>
  Boolean(typeof options === 'object' ? (options as EventListenerOptions)?.capture : options);

/** Watches listeners, timers and observers of the page by wrapping the functions that add and remove them. */
export function watchPage(): Watch {
  const undo: (() => void)[] = [];
  const wrap = (object: object, name: string, wrapper: (original: Method) => Method) => {
    const methods = object as Record<string, Method>;
    const original = methods[name]!;
    methods[name] = wrapper(original);
    undo.push(() => (methods[name] = original));
  };

  let listeners: Listener[] = [];
  const forget = ({ target, type, callback, capture }: Listener) => {
    listeners = listeners.filter(
      (other) =>
        other.target !== target ||
        other.type !== type ||
        other.callback !== callback ||
        other.capture !== capture,
    );
  };
  wrap(EventTarget.prototype, 'addEventListener', (add) => {
    return function (type, callback, options) {
      const target = (this ?? window) as EventTarget;
      add.call(target, type, callback, options);
      const capture = capturing(options);
      const { signal, once } = (options ?? {}) as AddEventListenerOptions;
      if (!callback || signal?.aborted) return;
      const listener = { target, type: String(type), callback, capture };
      forget(listener);
      listeners.push(listener);
      const end = () => forget(listener);
      if (signal) add.call(signal, 'abort', end, { once: true });
      if (once) add.call(target, type, end, { once, capture });
    };
  });
  wrap(EventTarget.prototype, 'removeEventListener', (remove) => {
    return function (type, callback, options) {
      const target = (this ?? window) as EventTarget;
      remove.call(target, type, callback, options);
      forget({ target, type: String(type), callback, capture: capturing(options) });
    };
  });

  const timers = new Set<unknown>();
  for (const name of ['setTimeout', 'requestAnimationFrame']) {
    wrap(window, name, (begin) => (run, delay) => {
      const timer = begin.call(
        window,
        (...args: unknown[]) => {
          timers.delete(timer);
          (run as Method)(...args);
        },
        delay,
      );
      timers.add(timer);
      return timer;
    });
  }
  wrap(window, 'setInterval', (begin) => (...args) => {
    const timer = begin.call(window, ...args);
    timers.add(timer);
    return timer;
  });
  for (const name of ['clearTimeout', 'clearInterval', 'cancelAnimationFrame']) {
    wrap(window, name, (end) => (timer) => {
      end.call(window, timer);
      timers.delete(timer);
    });
  }

  const observers = new Set<object>();
  for (const { prototype } of [MutationObserver, IntersectionObserver, ResizeObserver]) {
    wrap(prototype, 'observe', (observe) => {
      return function (...args) {
        observers.add(this as object);
        observe.apply(this, args);
      };
    });
    wrap(prototype, 'disconnect', (disconnect) => {
      return function () {
        observers.delete(this as object);
        disconnect.call(this);
      };
    });
  }

  return {
    open: () => [
      // Listeners of nodes that are no longer in the page are garbage-collected with them.
      ...listeners
        .filter(({ target }) => !(target instanceof Node) || target.isConnected)
        .map(({ target, type }) => `listener: ${type} on ${target.constructor.name}`),
      ...[...timers].map((timer) => `timer: ${String(timer)}`),
      ...[...observers].map((observer) => `observer: ${observer.constructor.name}`),
    ],
    stop: () => undo.forEach((restore) => restore()),
  };
}
