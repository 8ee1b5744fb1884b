import '../src/index.ts';
import { STAND_IN_ORIGIN } from './stand-in/origin.js';

const CLICK = { licenseKey: '123-123-123', loading: 'click', label: 'Open day 2026' };
/** The script loads and does nothing: the room goes on opening for an hour. */
const FOREVER = { licenseKey: 'fault-script-empty', timeout: 3_600_000 };

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
  ['Not reached', { licenseKey: 'fault-script-404' }],
  ['Not opened in time, with controls', { ...FOREVER, timeout: 300, controls: true }],
  ['Not set up correctly', { licenseKey: '123-123-123', mode: 'frame' }],
];

const THEMES = { light: 'en', dark: 'en', brand: 'en', rtl: 'ar' };

for (const [name, options, onAdded] of STATES) {
  const heading = document.createElement('h2');
  const states = document.createElement('div');
  heading.textContent = name;
  states.className = 'states';
  for (const [theme, lang] of Object.entries(THEMES)) {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    const room = document.createElement('livewebinar-room');
    figure.className = theme;
    caption.textContent = theme;
    room.lang = lang;
    Object.assign(room, { embedOrigin: STAND_IN_ORIGIN, roomOrigin: STAND_IN_ORIGIN }, options);
    figure.append(caption, room);
    states.append(figure);
    onAdded?.(room);
  }
  document.body.append(heading, states);
}
