// @ts-check

/**
 * Waits. In Node it keeps no process alive whose stand-in has been stopped.
 *
 * @param {number} ms
 * @returns {Promise<void>}
 */
export const wait = (ms) =>
  new Promise((resolve) => {
    const timer = /** @type {number | { unref(): void }} */ (setTimeout(resolve, ms));
    if (typeof timer === 'object') timer.unref();
  });
