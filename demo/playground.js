import {
  buildRoomPath,
  buildRoomUrl,
  parseEmbedCode,
  parseRoomPath,
  parseRoomUrl,
} from '../src/index.ts';

const form = document.forms[0];
const room = document.querySelector('livewebinar-room');
const problem = document.querySelector('#problem');
const results = document.querySelector('#results');
const TEXTS = [
  'licenseKey',
  'nickname',
  'avatarUrl',
  'roleToken',
  'personalToken',
  'passwordToken',
  'mode',
  'loading',
];

const toAttribute = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const escapeHtml = (text) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Writes the tag, with what is not left at its default. */
function writeTag(options) {
  const attributes = TEXTS.filter((name) => options[name]).map(
    (name) => `\n  ${toAttribute(name)}="${escapeHtml(options[name])}"`,
  );
  if (options.controls) attributes.push('\n  controls');
  return `<livewebinar-room${attributes.join('')}\n></livewebinar-room>`;
}

function showResult(title, text) {
  const term = document.createElement('dt');
  const value = document.createElement('dd');
  const code = document.createElement('pre');
  const button = document.createElement('button');
  term.textContent = title;
  code.textContent = text;
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy: ${title}`);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    document.querySelector('#copied').textContent = `Copied: ${title}`;
  });
  value.append(code, button);
  results.append(term, value);
}

function show() {
  const fields = form.elements;
  const options = Object.fromEntries(TEXTS.map((name) => [name, fields[name].value.trim()]));
  options.controls = fields.controls.checked;
  Object.assign(room, options, {
    mode: options.mode || 'script',
    loading: options.loading || 'eager',
  });
  results.replaceChildren();
  problem.textContent = '';
  try {
    const { licenseKey, nickname, avatarUrl } = options;
    const attendee = { licenseKey, nickname, avatarUrl };
    showResult('HTML tag', writeTag(options));
    showResult('Link for attendees', buildRoomUrl(attendee));
    if (options.roleToken || options.personalToken) {
      showResult('Link for this person alone', buildRoomUrl(options));
    }
    showResult('Path on your own site', buildRoomPath(options));
    if (options.roleToken || options.personalToken) {
      problem.textContent =
        'A role token or a personal token gives whoever reads it that role: keep it out of public pages.';
    }
  } catch (error) {
    problem.textContent = error.message;
  }
}

/** Fills the fields from whatever was pasted. */
function fill(text) {
  const link = parseRoomUrl(text) ?? parseEmbedCode(text) ?? parseRoomPath(text);
  if (!link) {
    problem.textContent = 'No room was found in that text.';
    return;
  }
  for (const name of TEXTS.slice(0, 6)) form.elements[name].value = link[name] ?? '';
  show();
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  const { name, value } = target;
  if (name !== 'paste') show();
  else if (value.trim()) fill(value.trim());
});
show();
