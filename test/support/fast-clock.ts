/** Factor by which the element's timers run faster. */
export const SPEED = 8;

/** Makes timers run faster in the tests of a suite. The network is not faster. */
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
