// @ts-check

/**
 * Resolves after a delay. In Node, the timer does not keep the process alive.
 *
 * @param {number} ms
 * @returns {Promise<void>}
 */
export const delay = (ms) =>
  new Promise((resolve) => {
    const timer = /** @type {number | { unref(): void }} */ (setTimeout(resolve, ms));
    if (typeof timer === 'object') timer.unref();
  });
