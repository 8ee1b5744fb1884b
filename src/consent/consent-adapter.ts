import { LivewebinarError } from '../errors.js';

/**
 * Connects `bindConsent()` to a consent manager: calls `report` at once if the visitor's decision is
 * known, and again after each change. Returns a function that removes the connection.
 */
export type ConsentAdapter = (report: (hasConsent: boolean) => void) => () => void;

/** The visitor's decision; `undefined` while the consent manager has not loaded or does not know it. */
export type Consent = boolean | undefined;

/**
 * Returns the value of a string option.
 *
 * @throws {LivewebinarError} `invalid-option` if it is not a string, or is empty.
 */
export function checkText(option: string, value: unknown, example: string): string {
  if (typeof value === 'string' && value.trim()) return value;
  throw new LivewebinarError('invalid-option', `${option} must be a string such as ${example}.`);
}

/** Warns the developer that the consent manager does not know a service, so that the room stays closed. */
export const warnAboutService = (manager: string, service: string): void =>
  console.warn(`livewebinar-room: ${manager} has no service ${service}. The room stays closed.`);

/**
 * Creates an adapter that reads the decision at once, after each of the given events and, until the
 * decision is known, each time a script has loaded.
 */
export function createAdapter(
  readConsent: (event?: Event) => Consent | Promise<Consent>,
  events: readonly string[],
): ConsentAdapter {
  return (report) => {
    const controller = new AbortController();
    const { signal } = controller;
    let isKnown = false;
    let readings = 0;

    const update = async (event?: Event) => {
      const reading = (readings += 1);
      const consent = await readConsent(event);
      // A slow reading must not override a later one.
      if (consent === undefined || reading !== readings || signal.aborted) return;
      isKnown = true;
      report(consent);
    };
    const retry = () => {
      if (!isKnown) void update();
    };
    // In the capture phase, the window also receives events of the document and of elements.
    for (const name of events) {
      addEventListener(name, (event) => void update(event), { capture: true, signal });
    }
    // `load` events of scripts do not reach the window, even in the capture phase.
    document.addEventListener('load', retry, { capture: true, signal });
    document.addEventListener('DOMContentLoaded', retry, { signal });
    void update();
    return () => controller.abort();
  };
}
