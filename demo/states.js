import '../src/index.ts';
import { STAND_IN_ORIGIN } from './stand-in/origin.js';

const CLICK = { licenseKey: '123-123-123', loading: 'click', label: 'Open day 2026' };
/** The script loads and does nothing: the room goes on opening for an hour. */
const FOREVER = { licenseKey: 'fault-script-empty', timeout: 3_600_000 };
const UNREACHABLE = { licenseKey: 'fault-script-404' };

/** @type {[name: string, options: object, onAdded?: (room: any) => void][]} */
const STATES = [
  ['Before a click', CLICK],
  [
    'Before a click, with nickname and avatar',
    { ...CLICK, nickname: 'Ada Lovelace', avatarUrl: `${STAND_IN_ORIGIN}/stand-in/avatar.svg` },
  ],
  ['No room chosen', { licenseKey: '' }],
  [
    'Opening',
    FOREVER,
    // Anew, before it is told to take longer than usual.
    (room) => setInterval(() => room.reload(), 7000),
  ],
  ['Opening, longer than usual', FOREVER],
  ['Open, with controls', { licenseKey: '123-123-123', nickname: 'Ada', controls: true }],
  [
    'After leaving',
    { licenseKey: '123-123-123', label: 'Open day 2026' },
    (room) => room.whenReady().then(() => room.unload()),
  ],
  ['Not reached', UNREACHABLE],
  ['Not opened in time, with controls', { ...FOREVER, timeout: 300, controls: true }],
  // An origin that the policy below does not name.
  [
    'Blocked by the policy of the page',
    { ...CLICK, loading: 'eager', embedOrigin: 'http://localhost:9' },
  ],
  ['Not set up correctly', { licenseKey: '123-123-123', mode: 'frame' }],
];

const THEMES = { light: 'en', dark: 'en', brand: 'en', rtl: 'ar' };

/** Adds a heading, and below it a figure for each theme. */
function addFigures(name) {
  const heading = document.createElement('h2');
  const figures = document.createElement('div');
  heading.textContent = name;
  figures.className = 'states';
  for (const theme of Object.keys(THEMES)) {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    figure.className = theme;
    caption.textContent = theme;
    figure.append(caption);
    figures.append(figure);
  }
  document.body.append(heading, figures);
  return figures.children;
}

/** Puts a room into each figure. */
function addRooms(figures, options) {
  return [...figures].map((figure) => {
    const room = document.createElement('livewebinar-room');
    room.lang = THEMES[figure.className];
    Object.assign(room, { embedOrigin: STAND_IN_ORIGIN, roomOrigin: STAND_IN_ORIGIN }, options);
    figure.append(room);
    return room;
  });
}

/** Makes the browser say whether there is a network. */
const setOnline = (value) =>
  Object.defineProperty(navigator, 'onLine', { configurable: true, value });

const policy = document.createElement('meta');
policy.httpEquiv = 'Content-Security-Policy';
policy.content = `script-src-elem 'self' ${STAND_IN_ORIGIN}`;
document.head.append(policy);

const sections = STATES.map(([name, ...state]) => [addFigures(name), ...state]);
const offlineFigures = addFigures('Offline');

// What the browser says holds for the whole page: the other rooms come once these have seen it.
setOnline(false);
await Promise.all(
  addRooms(offlineFigures, UNREACHABLE).map(
    (room) => new Promise((resolve) => room.addEventListener('livewebinar-error', resolve)),
  ),
);
// The stand-in is on this machine: the others reach it without a network too.
setOnline(true);

for (const [figures, options, onAdded] of sections) {
  const rooms = addRooms(figures, options);
  if (onAdded) rooms.forEach(onAdded);
}
