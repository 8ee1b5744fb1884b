import { LivewebinarRoom } from '../src/livewebinar-room.ts';
import { NOWHERE_ORIGIN, PAGE_FAULTS, STAND_IN_FAULTS } from './fault-list.js';
import { standInOrigin } from './site/stand-in-room.ts';

const FAULTS = { ...STAND_IN_FAULTS, ...PAGE_FAULTS };
const query = new URLSearchParams(location.search);
const mode = query.get('mode') ?? 'inline';
const fault = query.get('fault') ?? 'fault-script-404';
const { what, policy, options } = FAULTS[fault];

/** Fills the table: each fault in each mode is a page. */
const pages = [];
for (const [name, { what, ends }] of Object.entries(FAULTS)) {
  const row = document.querySelector('tbody').insertRow();
  row.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: what }));
  for (const [mode, end] of Object.entries(ends)) {
    const link = Object.assign(document.createElement('a'), {
      href: `?${new URLSearchParams({ fault: name, mode })}`,
      textContent: end,
    });
    row.insertCell().append(link);
    pages.push(link);
  }
}
const current = pages.findIndex(({ search }) => {
  const link = new URLSearchParams(search);
  return link.get('fault') === fault && link.get('mode') === mode;
});
pages[current].ariaCurrent = 'page';
document.querySelector('#next').href = pages[(current + 1) % pages.length].href;
document.querySelector('#fault').textContent = `${what}. Mode: ${mode}.`;
// All at once, so that nothing moves.
document.querySelector('#fault-page').hidden = false;

/** Makes the browser report that it has no network, for five seconds. */
function goOffline(room) {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  setTimeout(() => {
    delete navigator.onLine;
    room.embedOrigin = room.roomOrigin = standInOrigin;
    dispatchEvent(new Event('online'));
  }, 5000);
}

const log = document.querySelector('#events');
const room = document.querySelector('livewebinar-room');
const begin = performance.now();
const write = (text) => log.append(`${Math.round(performance.now() - begin)} ms  ${text}\n`);
room.addEventListener('livewebinar-statechange', ({ state }) => write(state));
room.addEventListener('livewebinar-error', ({ error, attempt, willRetry }) =>
  write(`attempt ${attempt}: ${error.code}${willRetry ? ', tries again' : ''}`),
);

LivewebinarRoom.allowOrigins(NOWHERE_ORIGIN);
if (policy) {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  // On a public host, the stand-in has the origin of the page: only the folder of the page's scripts is allowed.
  const isSameOrigin = standInOrigin === location.origin;
  const ownScripts = new URL('../assets/', location.href).href;
  meta.content = isSameOrigin ? policy.replace("'self'", ownScripts) : policy;
  document.head.append(meta);
}
if (fault === 'offline') goOffline(room);
Object.assign(room, {
  ...options,
  mode: mode === 'iframe' ? 'iframe' : 'script',
  isolated: mode === 'isolated',
  licenseKey: fault,
});
