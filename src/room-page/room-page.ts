import '../define.js';
import { buildRoomPath } from '../url/index.js';
import { readBase } from './own-address.js';
import { readInvitation } from './read-invitation.js';

const room = document.querySelector('livewebinar-room')!;
const form = document.forms[0]!;
const field = form.querySelector('input')!;
const problem = document.querySelector<HTMLElement>('#problem')!;
const base = readBase(room);

/** Gives the address of the room on this site; empty if the text names no room. */
function findRoom(text: string): string {
  const link = readInvitation(text, base, room.roomOrigin);
  return link ? buildRoomPath(link, { base }) : '';
}

function showProblem(isShown: boolean): void {
  problem.hidden = !isShown;
  if (isShown) field.ariaInvalid = 'true';
  else field.removeAttribute('aria-invalid');
}

field.addEventListener('input', () => showProblem(false));

// A field of one line would join the lines of a message or a snippet.
field.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text') ?? '';
  const address = text.trim().includes('\n') && findRoom(text);
  if (!address) return;
  event.preventDefault();
  field.value = new URL(address, location.href).href;
  showProblem(false);
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const address = findRoom(field.value);
  if (address) return location.assign(address);
  showProblem(true);
  field.focus();
});

// At the folder itself nothing was asked for; anywhere else an address is wrong.
const isFolder = [base, base.slice(0, -1), `${base}index.html`].includes(location.pathname);
document.querySelector<HTMLElement>('#unknown')!.hidden = isFolder;
