/** How many times faster the element's timers run. */
export const SPEED = 8;

/** Lets timers run faster in the tests of a suite; what the network takes stays as it is. */
export function useFastClock(): void {
  const setTimeout = window.setTimeout.bind(window);
  before(() => {
    window.setTimeout = ((callback: () => void, delay = 0) =>
      setTimeout(callback, delay / SPEED)) as typeof window.setTimeout;
  });
  after(() => {
    window.setTimeout = setTimeout;
  });
}
