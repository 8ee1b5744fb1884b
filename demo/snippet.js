import { parseEmbedCode } from '../src/url/index.ts';
import { standInOrigin } from './site/stand-in-room.ts';

const container = document.querySelector('#embedWidget');
// The tag names its iframe for screen readers; the embed code leaves that to the page.
const nameIframe = () => container.querySelector('iframe')?.setAttribute('title', 'Embed code');
new MutationObserver(nameIframe).observe(container, { childList: true });

// A room of its own, whose requests are those of this page.
const licenseKey = `123-123-${Math.floor(100 + Math.random() * 900)}`;
const code = document.querySelector('#snippet').textContent.replace('123-123-123', licenseKey);
const room = document.querySelector('livewebinar-room');

const script = document.createElement('script');
script.textContent = withStandIn(code);
document.body.append(script);

const options = parseEmbedCode(code);
Object.assign(room, options, {
  avatarUrl: withStandIn(options.avatarUrl),
  embedOrigin: standInOrigin,
  roomOrigin: standInOrigin,
});
await room.whenReady();

// The embed code sends empty parameters, the tag leaves them out; to LiveWebinar this is the same.
const [byCode, byTag] = (await requests())
  .map((query) => [...new URLSearchParams(query)].filter(([, value]) => value !== ''))
  .map((pairs) => new Map(pairs));
document.querySelector('tbody').replaceChildren(
  ...[...new Set([...byCode.keys(), ...byTag.keys()])].map((name) => {
    const row = document.createElement('tr');
    for (const text of [name, byCode.get(name), byTag.get(name)]) {
      row.insertCell().textContent = text ?? '–';
    }
    return row;
  }),
);
document.querySelector('#requests').hidden = false;

function withStandIn(text) {
  return text
    .replace('https://embed.livewebinar.com', standInOrigin)
    .replace('https://example.com', `${standInOrigin}/stand-in`);
}

async function requests() {
  const response = await fetch(`${standInOrigin}/stand-in/requests?room=${licenseKey}`);
  return response.json();
}
