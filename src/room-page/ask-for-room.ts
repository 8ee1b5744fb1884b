import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomLink } from '../url/index.js';
import { buildOwnRoomUrl } from './own-room-url.js';
import { readInvitation } from './read-invitation.js';

const find = <Type extends HTMLElement>(selector: string) =>
  document.querySelector<Type>(selector)!;

/** Replaces `{…}` in a text with a value, in a `<bdi>` so that the value keeps its own writing direction. */
function fillIn(element: HTMLElement, text: string, value: string): void {
  const [before, after] = text.split(/\{\w+\}/);
  const place = document.createElement('bdi');
  place.textContent = value;
  element.replaceChildren(before ?? '', place, after ?? '');
}

/** Returns whether the server sends this page at the path of a room, and not only in the page's own folder. */
async function isServedAt(path: string): Promise<boolean> {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(3000) });
    return (await response.text()).includes('<livewebinar-room');
  } catch {
    return false;
  }
}

/**
 * Sets up the form in which visitors enter a room number or an invitation. Their input is neither stored
 * nor logged.
 */
export function askForRoom(room: LivewebinarRoom, base: string): void {
  const form = document.forms[0]!;
  const field = form.querySelector('input')!;
  const notARoom = find('#not-a-room');
  const notNineDigits = find('#not-nine-digits');
  const question = find<HTMLDialogElement>('#question');
  const questionText = find('#question-text');
  const texts = { count: notNineDigits.textContent, name: questionText.textContent };
  let named: RoomLink;

  const site = {
    origin: location.origin,
    base,
    roomOrigin: room.getAttribute('room-origin') ?? '',
  };

  function showProblem(problem?: HTMLElement): void {
    for (const each of [notARoom, notNineDigits]) each.hidden = each !== problem;
    if (problem) {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', problem.id);
      field.focus();
    } else {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    }
  }

  async function open(link: RoomLink): Promise<void> {
    const { licenseKey } = link;
    const path = buildOwnRoomUrl({ link: { licenseKey }, isInHash: false }, base);
    const isInHash = !(await isServedAt(path));
    location.assign(buildOwnRoomUrl({ link, isInHash }, base));
  }

  /**
   * Enters the URL of the room in a pasted text of several lines, because the field would join the lines
   * before they are read.
   */
  function enterInvitation(event: Event, data: DataTransfer | null): void {
    const text = data?.getData('text') ?? '';
    const detected = text.trim().includes('\n') ? readInvitation(text, site) : null;
    if (!detected || detected.kind === 'name' || detected.kind === 'wrong-number') return;
    event.preventDefault();
    const own = buildOwnRoomUrl({ link: detected.room, isInHash: false }, base);
    field.value = new URL(own, location.href).href;
    showProblem();
  }

  field.addEventListener('input', () => showProblem());
  field.addEventListener('paste', (event) => enterInvitation(event, event.clipboardData));
  field.addEventListener('drop', (event) => enterInvitation(event, event.dataTransfer));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const detected = readInvitation(field.value, site);
    if (!detected) return showProblem(notARoom);
    if (detected.kind === 'wrong-number') {
      fillIn(notNineDigits, texts.count, String(detected.digits));
      return showProblem(notNineDigits);
    }
    showProblem();
    if (detected.kind !== 'name') return void open(detected.room);
    named = detected.room;
    fillIn(questionText, texts.name, named.licenseKey);
    question.showModal();
  });

  question.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    question.close();
    if (target.value === 'open') void open(named);
  });
}
