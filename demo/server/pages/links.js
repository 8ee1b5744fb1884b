// @ts-check
import { html } from 'hono/html';

/**
 * A link with a button that copies its URL. The button is shown by `browser/copy-buttons.js`.
 *
 * @param {string} url
 * @param {string} [text] The URL itself by default.
 */
export const link = (url, text = url) =>
  html`<span class="link"
    ><a href="${url}">${text}</a>
    <button class="quiet" data-copy="${url}" aria-label="Copy ${text}" hidden>Copy</button></span
  >`;

/** Where `browser/copy-buttons.js` reports to screen readers. */
export const status = html`<p class="visually-hidden" role="status"></p>`;
