import { expect, waitUntil } from '@open-wc/testing';
import { addRoom } from './support/room.js';

/** What a `<button commandfor command>` dispatches in browsers that support it. */
const send = (target: EventTarget, command: string) =>
  target.dispatchEvent(Object.assign(new Event('command'), { command }));

describe('commands', () => {
  it('join, leave and reload the room', async () => {
    const room = addRoom({ loading: 'click' });
    await room.updateComplete;
    send(room, '--join');
    await room.whenReady();
    send(room, '--reload');
    expect(room.state).to.equal('loading');
    await room.whenReady();
    send(room, '--leave');
    expect(room.state).to.equal('idle');
    send(room, '--unknown');
    expect(room.state).to.equal('idle');
  });

  it('toggle fullscreen', async () => {
    const room = addRoom({ controls: true });
    await room.whenReady();
    room.requestFullscreen = () => Promise.reject(new TypeError('Not allowed here.'));
    send(room, '--fullscreen');
    const button = room.shadowRoot!.querySelector('[part=fullscreen-button]')!;
    await waitUntil(() => button.ariaPressed === 'true');
    send(room, '--fullscreen');
    await waitUntil(() => button.ariaPressed === 'false');
  });

  it('work with commandfor', async function () {
    if (!('commandForElement' in HTMLButtonElement.prototype)) this.skip(); // An older engine.
    const room = addRoom({ loading: 'click' });
    room.id = 'room-with-commands';
    const box = document.createElement('div');
    box.innerHTML = '<button commandfor="room-with-commands" command="--join">Join</button>';
    room.after(box);
    await room.updateComplete;
    box.querySelector('button')!.click();
    await room.whenReady();
  });
});
