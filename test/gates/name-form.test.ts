import { expect, waitUntil } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, requestsFor } from '../support/room.js';

const fieldOf = (room: LivewebinarRoom) =>
  room.shadowRoot!.querySelector<HTMLInputElement>('[part=name-field]')!;
const join = (room: LivewebinarRoom) =>
  room.shadowRoot!.querySelector<HTMLElement>('[part=join-button]')!.click();

async function addNamed(options: Partial<LivewebinarRoom>): Promise<LivewebinarRoom> {
  const room = addRoom({ askName: true, ...options });
  await waitUntil(() => fieldOf(room));
  return room;
}

const sentName = async (room: LivewebinarRoom) =>
  (await requestsFor(room.licenseKey)).at(-1)!.get('_nickname');

describe('ask-name', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('waits for the visitor, and takes what is typed as the nickname', async () => {
    const room = await addNamed({ nickname: 'Visitor' });
    expect(room.state).to.equal('idle');
    expect(fieldOf(room).value).to.equal('Visitor');
    expect(fieldOf(room).labels![0]!.textContent).to.include('Your name');
    expect(fieldOf(room).autocomplete).to.equal('name');
    await expect(room).to.be.accessible();
    fieldOf(room).value = "Máire O'Brien ";
    join(room);
    await room.whenReady();
    expect(await sentName(room)).to.equal("Máire O'Brien");
    expect(localStorage).to.have.length(0);
  });

  it('does not show the name a second time', async () => {
    const room = await addNamed({ nickname: 'Ada Lovelace' });
    expect(room.shadowRoot!.textContent).to.not.include('Ada Lovelace');
  });

  it('joins with Enter', async () => {
    const room = await addNamed({});
    fieldOf(room).value = 'Li';
    fieldOf(room).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await room.whenReady();
    expect(await sentName(room)).to.equal('Li');
  });

  it('is empty if the nickname is no text', async () => {
    for (const nickname of [{}, Symbol('name')]) {
      const room = await addNamed({ nickname: nickname as unknown as string });
      expect(fieldOf(room).value).to.equal('');
      fieldOf(room).value = 'Li';
      join(room);
      await room.whenReady();
      expect(await sentName(room)).to.equal('Li');
    }
  });

  it('lets visitors join without a name', async () => {
    const room = await addNamed({});
    join(room);
    await room.whenReady();
  });

  it('insists on a name with "required"', async () => {
    const room = await addNamed({ askName: 'required' });
    fieldOf(room).value = '  ';
    join(room);
    await room.updateComplete;
    expect(room.state).to.equal('idle');
    expect(fieldOf(room).getAttribute('aria-invalid')).to.equal('true');
    expect(room.shadowRoot!.activeElement).to.equal(fieldOf(room));
    expect(room.shadowRoot!.querySelector('[role=alert]')!.textContent).to.include(
      'enter your name',
    );
    await expect(room).to.be.accessible();
    fieldOf(room).value = 'Li';
    join(room);
    await room.whenReady();
  });

  it('remembers the name only if asked to, and forgets it', async () => {
    const first = await addNamed({ rememberName: true });
    fieldOf(first).value = 'Li';
    join(first);
    await first.whenReady();
    const second = await addNamed({ rememberName: true });
    expect(fieldOf(second).value).to.equal('Li');
    await expect(second).to.be.accessible();
    const forget = [...second.shadowRoot!.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('Not you?'),
    )!;
    forget.click();
    await second.updateComplete;
    expect(fieldOf(second).value).to.equal('');
    expect(localStorage).to.have.length(0);
    const third = await addNamed({});
    expect(fieldOf(third).value).to.equal('');
  });

  it('reads its attribute', () => {
    const room = document.createElement('livewebinar-room');
    room.setAttribute('ask-name', '');
    expect(room.askName).to.equal(true);
    room.setAttribute('ask-name', 'required');
    expect(room.askName).to.equal('required');
    room.setAttribute('ask-name', 'false');
    expect(room.askName).to.equal(false);
    room.removeAttribute('ask-name');
    expect(room.askName).to.equal(false);
  });
});
