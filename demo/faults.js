import '../src/index.ts';
import { PAGE_FAULTS, STAND_IN_FAULTS } from './fault-list.js';

const FAULTS = { ...STAND_IN_FAULTS, ...PAGE_FAULTS };
const query = new URLSearchParams(location.search);
const mode = query.get('mode') ?? 'inline';
const fault = query.get('fault') ?? 'fault-script-404';
const { what, policy, options } = FAULTS[fault];

/** Fills the table: each fault in each mode is a page. */
const pages = [];
for (const [name, { what, ends }] of Object.entries(FAULTS)) {
  const row = document.querySelector('tbody').insertRow();
  const head = Object.assign(document.createElement('th'), { scope: 'row', textContent: what });
  row.append(head);
  for (const [way, end] of Object.entries(ends)) {
    const link = Object.assign(document.createElement('a'), {
      href: `?${new URLSearchParams({ fault: name, mode: way })}`,
      textContent: end,
    });
    if (name === fault && way === mode) link.ariaCurrent = 'page';
    row.insertCell().append(link);
    pages.push(link);
  }
}
const here = pages.findIndex((link) => link.ariaCurrent);
document.querySelector('#next').href = pages[(here + 1) % pages.length].href;
document.querySelector('#fault').textContent = `${what}. In mode ${mode}.`;
// All of it at once, so that nothing moves.
document.querySelector('main').hidden = false;

/** Makes the browser tell that it has no network, for five seconds. */
function goOffline(room) {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  setTimeout(() => {
    delete navigator.onLine;
    room.embedOrigin = room.roomOrigin = 'http://localhost:4810';
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

if (policy) {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  document.head.append(meta);
}
if (fault === 'offline') goOffline(room);
Object.assign(room, {
  ...options,
  mode: mode === 'iframe' ? 'iframe' : 'script',
  isolated: mode === 'isolated',
  licenseKey: fault,
});
