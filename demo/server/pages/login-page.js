// @ts-check
import { html } from 'hono/html';
import { alert, layout } from './layout.js';

/** @import { Settings } from '../settings.js' */

/**
 * @param {Settings} settings
 * @param {{ then: string, failure?: { retryAfter: number } }} login `retryAfter`: seconds until another
 *   password is accepted.
 */
export const loginPage = (settings, { then, failure }) =>
  layout(settings, {
    title: failure ? 'Log in: wrong password' : 'Log in',
    main: html`<main class="narrow">
      <h1>Log in</h1>
      ${failure && alert(describe(failure))}
      <form class="card" method="post" action="/login?then=${encodeURIComponent(then)}">
        <input name="username" value="host" autocomplete="username" hidden />
        <label
          >Password of the host
          <input type="password" name="password" required autofocus autocomplete="current-password"
        /></label>
        ${settings.isStandIn && html`<p class="hint">With the stand-in it is <code>stand-in</code>, unless HOST_PASSWORD is set.</p>`}
        <button>Log in</button>
      </form>
    </main>`,
  });

/** @param {{ retryAfter: number }} failure */
function describe({ retryAfter }) {
  if (retryAfter === 0) return 'This is not the password.';
  const minutes = Math.ceil(retryAfter / 60);
  return `There were too many wrong passwords. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}
