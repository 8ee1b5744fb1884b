import { parseEmbedCode } from '../src/index.ts';
import { STAND_IN_ORIGIN } from '../src/testing/stand-in/origin.js';

// The tag names its frame for screen readers; the snippet leaves that to the page.
const container = document.querySelector('#embedWidget');
const nameFrame = () => container.querySelector('iframe')?.setAttribute('title', 'By the snippet');
new MutationObserver(nameFrame).observe(container, { childList: true });
nameFrame();

const snippet = document.querySelector('#snippet').textContent;
const room = document.querySelector('livewebinar-room');
const before = await requests();
Object.assign(room, parseEmbedCode(snippet), {
  embedOrigin: STAND_IN_ORIGIN,
  roomOrigin: STAND_IN_ORIGIN,
});
await room.whenReady();

// The snippet names what it leaves empty, the tag does not; to the vendor it is the same.
const [bySnippet, byTag] = (await requests())
  .slice(Math.max(before.length - 1, 0))
  .map((query) => [...new URLSearchParams(query)].filter(([, value]) => value !== ''))
  .map((pairs) => new Map(pairs));
document.querySelector('tbody').replaceChildren(
  ...[...new Set([...bySnippet.keys(), ...byTag.keys()])].map((name) => {
    const row = document.createElement('tr');
    for (const text of [name, bySnippet.get(name), byTag.get(name)]) {
      row.insertCell().textContent = text ?? '–';
    }
    return row;
  }),
);
document.querySelector('table').hidden = false;

async function requests() {
  const response = await fetch(`${STAND_IN_ORIGIN}/stand-in/requests?room=123-123-123`);
  return response.json();
}
