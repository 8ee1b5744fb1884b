import { registerTranslation } from '../src/index.ts';
import { STAND_IN_ORIGIN } from '../src/testing/stand-in/origin.js';

const CLICK = { licenseKey: '123-123-123', loading: 'click', label: 'Open day 2026' };
/** The script loads and does nothing, so the room keeps opening for an hour. */
const FOREVER = { licenseKey: 'fault-script-empty', timeout: 3_600_000 };
/** Returns a time that is a number of hours from now. */
const inHours = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
const UNREACHABLE = { licenseKey: 'fault-script-404' };

/** @type {[name: string, options: object, onLoad?: (room: any) => unknown][]} */
const STATES = [
  ['Before a click', CLICK],
  [
    'Before a click, with nickname and avatar',
    { ...CLICK, nickname: 'Ada Lovelace', avatarUrl: `${STAND_IN_ORIGIN}/stand-in/avatar.svg` },
  ],
  ['Before a click, with a name field', { ...CLICK, askName: 'required' }],
  ['Before the start', { ...CLICK, startsAt: inHours(5) }],
  ['Shortly before the start', { ...CLICK, startsAt: inHours(0.5), askName: true }],
  ['After the end', { ...CLICK, startsAt: inHours(-2), endsAt: inHours(-1) }],
  ['No room chosen', { licenseKey: '' }],
  [
    'Opening',
    FOREVER,
    // Starts again before the text changes to the one below.
    (room) => setInterval(() => room.reload(), 7000),
  ],
  ['Opening, longer than usual', FOREVER],
  ['Open, with controls', { licenseKey: '123-123-123', nickname: 'Ada', controls: true }],
  [
    'After leaving',
    { licenseKey: '123-123-123', label: 'Open day 2026' },
    (room) => room.whenReady().then(() => room.unload()),
  ],
  [
    'Opened in another tab',
    { licenseKey: '123-123-123', label: 'Open day 2026', controls: true },
    async (room) => {
      await room.whenReady();
      // A click on the link would open the tab.
      room.shadowRoot.querySelector('[part=open-link]').dispatchEvent(new Event('auxclick'));
    },
  ],
  ['Not reached', UNREACHABLE],
  ['Not opened in time, with controls', { ...FOREVER, timeout: 300, controls: true }],
  // The policy below does not allow this origin.
  [
    'Blocked by the policy of the page',
    { ...CLICK, loading: 'eager', embedOrigin: 'http://localhost:9' },
  ],
  ['Not set up correctly', { licenseKey: '123-123-123', mode: 'frame' }],
  [
    'Closed by something on the page',
    { licenseKey: '123-123-123', mode: 'iframe' },
    (room) => room.whenReady().then(() => room.shadowRoot.querySelector('iframe').remove()),
  ],
];

const THEMES = { light: 'en', dark: 'en', custom: 'en', rtl: 'ar' };

/** Adds a heading, and below it a room for each theme. The rooms open when they are told to. */
function addRooms(name, options) {
  const heading = document.createElement('h2');
  const figures = document.createElement('div');
  heading.textContent = name;
  figures.className = 'states';
  const rooms = Object.entries(THEMES).map(([theme, lang]) => {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    const room = document.createElement('livewebinar-room');
    figure.className = theme;
    caption.textContent = theme;
    Object.assign(room, {
      embedOrigin: STAND_IN_ORIGIN,
      roomOrigin: STAND_IN_ORIGIN,
      ...options,
      loading: 'click',
      lang,
    });
    figure.append(caption, room);
    figures.append(figure);
    return room;
  });
  document.body.append(heading, figures);
  return rooms;
}

/** Sets what the browser reports about the network. */
const setOnline = (value) =>
  Object.defineProperty(navigator, 'onLine', { configurable: true, value });

const policy = document.createElement('meta');
policy.httpEquiv = 'Content-Security-Policy';
policy.content = `script-src-elem 'self' ${STAND_IN_ORIGIN}`;
document.head.append(policy);

// Loaded on demand, it would arrive after the first paint.
registerTranslation((await import('../src/translations/ar.ts')).default);

const sections = STATES.map(([name, options, onLoad]) => ({
  rooms: addRooms(name, options),
  opens: options.loading !== 'click',
  onLoad,
}));
const offlineRooms = addRooms('Offline', UNREACHABLE);

// The whole page is offline for a moment. The other rooms open after these have failed.
setOnline(false);
await Promise.all(
  offlineRooms.map((room) => {
    room.load();
    return new Promise((resolve) => room.addEventListener('livewebinar-error', resolve));
  }),
);
setOnline(true);

for (const { rooms, opens, onLoad } of sections) {
  if (opens) rooms.forEach((room) => room.load());
  if (onLoad) rooms.forEach(onLoad);
}
