// @ts-check
import { escapeHtml } from './escape-html.js';

/** @param {string} name */
const initials = (name) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');

/**
 * Builds the stand-in's room. It shows the visitor, and turns the camera on after a click.
 *
 * @param {import('./visitor.js').Visitor} visitor
 * @param {{ isEndless?: boolean }} [options] Whether the page never finishes loading.
 */
export function roomPage(visitor, { isEndless = false } = {}) {
  const { licenseKey, roleToken, personalToken, nickname = '', avatarUrl = '' } = visitor;
  const token = roleToken
    ? 'with a role token'
    : personalToken
      ? 'with a personal link'
      : 'attendee';
  const role = visitor.role ?? token;
  /** @type {Record<string, string | undefined>} */
  const rows = {
    Room: licenseKey,
    Role: role,
    Name: nickname,
    'E-mail': visitor.email,
    Password: visitor.passwordToken && 'given',
  };
  const avatar = /^https?:/.test(avatarUrl)
    ? `<img class="avatar" src="${escapeHtml(avatarUrl)}" alt="Avatar" />`
    : `<span class="avatar" aria-hidden="true">${escapeHtml(initials(nickname || 'Guest'))}</span>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Stand-in room ${escapeHtml(licenseKey)}</title>
<style>
  :root { color-scheme: dark; font: 15px/1.5 system-ui, sans-serif; }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; grid-template-rows: auto 1fr; background: #14181f; color: #e8ecf2; }
  header { padding: 8px 16px; background: #ffd166; color: #231a00; font-size: 13px; }
  main { display: flex; flex-wrap: wrap; gap: 24px; align-items: center; justify-content: center; padding: 16px; }
  .avatar { display: grid; place-items: center; width: 88px; height: 88px; border-radius: 50%; background: #2b4c7e; font-size: 32px; object-fit: cover; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 0 0 12px; }
  dt { color: #9aa7b8; }
  dd { margin: 0; overflow-wrap: anywhere; }
  button { font: inherit; min-height: 44px; padding: 0 16px; border: 0; border-radius: 8px; background: #3d7eff; color: #fff; cursor: pointer; }
  video { width: 176px; border-radius: 8px; background: #000; }
</style>
<header><strong>Stand-in room.</strong> This is not LiveWebinar; it runs on your machine.</header>
<main>
  ${avatar}
  <div>
    <dl>${Object.entries(rows)
      .map(([term, value]) =>
        value ? `<dt>${term}</dt><dd data-row="${term}">${escapeHtml(value)}</dd>` : '',
      )
      .join('')}</dl>
    <button type="button">Turn on the camera</button>
    <p role="status"></p>
  </div>
  <video muted playsinline hidden></video>
  ${isEndless ? '<img hidden alt="" src="/stand-in/hangs" />' : ''}
</main>
<script>
  const status = document.querySelector('[role=status]');
  const video = document.querySelector('video');
  document.querySelector('button').onclick = async () => {
    try {
      if (!navigator.mediaDevices) throw new Error('no camera on an insecure page');
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
      video.hidden = false;
      await video.play();
      status.textContent = 'Camera is on: ' + video.videoWidth + ' x ' + video.videoHeight;
    } catch (error) {
      status.textContent = 'No camera: ' + (error.name === 'Error' ? error.message : error.name);
    }
  };
</script>
</html>
`;
}
