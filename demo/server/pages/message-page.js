// @ts-check
import { html } from 'hono/html';
import { layout } from './layout.js';

/** @import { Settings } from '../settings.js' */

/**
 * @param {Settings} settings
 * @param {{ title: string, text: string, link?: { url: string, label: string } }} message
 */
export const messagePage = (settings, { title, text, link }) =>
  layout(settings, {
    title,
    main: html`<main class="narrow">
      <h1>${title}</h1>
      <p>${text}</p>
      ${link && html`<p><a href="${link.url}">${link.label}</a></p>`}
    </main>`,
  });
