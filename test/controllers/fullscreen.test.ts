import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, framesOf } from '../support/room.js';

const box = (room: LivewebinarRoom): HTMLElement => room.shadowRoot!.querySelector('.box')!;
const button = (room: LivewebinarRoom): HTMLElement =>
  room.shadowRoot!.querySelector('[part=fullscreen-button]')!;
const fillsWindow = (room: LivewebinarRoom): boolean => box(room).hasAttribute('popover');
const press = (key: string): unknown =>
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );

/** Waits until a room fills the window, or no longer does. */
async function filled(room: LivewebinarRoom, expected = true): Promise<void> {
  while (fillsWindow(room) !== expected) await new Promise(requestAnimationFrame);
  await room.updateComplete;
}

describe('full screen, where the browser has none for elements', () => {
  const native = Object.getOwnPropertyDescriptor(Element.prototype, 'requestFullscreen')!;
  before(() => {
    // As on an iPhone.
    Reflect.deleteProperty(Element.prototype, 'requestFullscreen');
  });
  after(() => {
    Object.defineProperty(Element.prototype, 'requestFullscreen', native);
  });

  it('fills the window, above everything, and gives it back', async () => {
    const room = addRoom({ controls: true });
    await room.whenReady();
    const before = box(room).getBoundingClientRect();
    button(room).click();
    await filled(room);
    const { left, top, width, height } = box(room).getBoundingClientRect();
    expect([left, top, width, height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
    expect(box(room).matches(':popover-open')).to.equal(true);
    expect(button(room).ariaPressed).to.equal('true');
    expect(button(room).title).to.equal('Leave full screen');
    await expect(room).to.be.accessible();
    button(room).click();
    await filled(room, false);
    expect(button(room).ariaPressed).to.equal('false');
    expect(box(room).getBoundingClientRect().width).to.equal(before.width);
  });

  it('fills the window in a browser without popovers too', async () => {
    const { prototype } = HTMLElement;
    const native = Object.getOwnPropertyDescriptors(prototype);
    Reflect.deleteProperty(prototype, 'popover');
    Reflect.deleteProperty(prototype, 'showPopover');
    try {
      const room = addRoom({ controls: true });
      const header = document.createElement('header');
      header.style.cssText = 'position: fixed; inset: 0 0 auto; height: 50px; z-index: 9999';
      room.after(header);
      await room.whenReady();
      await room.toggleFullscreen();
      await filled(room);
      const { left, top, width, height } = box(room).getBoundingClientRect();
      expect([left, top, width, height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
      // `elementFromPoint()` does not return inert elements.
      header.inert = false;
      expect(document.elementFromPoint(10, 10)).to.not.equal(header);
      await room.toggleFullscreen();
      await filled(room, false);
    } finally {
      const { popover, showPopover } = native;
      Object.defineProperties(prototype, { popover, showPopover });
    }
  });

  it('keeps the very frame, and what is in it', async () => {
    const room = addRoom({ controls: true, mode: 'iframe' });
    await room.whenReady();
    const [frame] = framesOf(room);
    let loads = 0;
    frame!.addEventListener('load', () => (loads += 1));
    await room.toggleFullscreen();
    await filled(room);
    await room.toggleFullscreen();
    await filled(room, false);
    expect(framesOf(room)).to.deep.equal([frame]);
    expect(loads).to.equal(0);
  });

  it('makes the rest of the page inert and still, also around a shadow root', async () => {
    const room = addRoom({ isolated: true });
    const holder = room.parentElement!;
    const neighbour = document.createElement('button');
    const untouched = document.createElement('div');
    untouched.inert = true;
    holder.append(neighbour, untouched);
    holder.attachShadow({ mode: 'open' }).innerHTML = '<a href="#"></a><slot></slot>';
    await room.whenReady();
    await room.toggleFullscreen();
    await filled(room);
    expect(neighbour.inert).to.equal(true);
    expect(holder.shadowRoot!.querySelector('a')!.inert).to.equal(true);
    expect(room.inert || holder.inert).to.equal(false);
    expect(getComputedStyle(document.documentElement).overflow).to.include('hidden');
    await room.toggleFullscreen();
    expect(neighbour.inert).to.equal(false);
    expect(untouched.inert).to.equal(true);
    expect(document.documentElement.style.overflow).to.equal('');
  });

  it('leaves on Escape, unless that was meant for something else', async () => {
    const room = addRoom();
    await room.whenReady();
    await room.toggleFullscreen();
    await filled(room);
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    press('Escape');
    press('a');
    expect(fillsWindow(room)).to.equal(true);
    press('Escape');
    expect(fillsWindow(room)).to.equal(false);
  });

  /** Dialogs and popovers that can contain a room or cover it: how to create and open them, and whether they are open. */
  const LAYERS: [
    name: string,
    html: string,
    open: (layer: HTMLElement) => void,
    isOpen: (layer: HTMLElement) => boolean,
  ][] = [
    [
      'a modal dialog',
      '<dialog></dialog>',
      (layer) => (layer as HTMLDialogElement).showModal(),
      (layer) => (layer as HTMLDialogElement).open,
    ],
    [
      'a popover',
      '<div popover></div>',
      (layer) => layer.showPopover(),
      (layer) => layer.matches(':popover-open'),
    ],
  ];

  for (const [name, html, open, isOpen] of LAYERS) {
    it(`leaves on the first Escape, and ${name} around it closes on the second`, async () => {
      const room = addRoom({ controls: true });
      const holder = room.parentElement!;
      holder.innerHTML = html;
      const layer = holder.firstElementChild as HTMLElement;
      // In a shadow root, as in the dialogs of design systems.
      layer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(room);
      open(layer);
      await room.whenReady();
      button(room).focus();
      button(room).click();
      await filled(room);
      await sendKeys({ press: 'Escape' });
      await filled(room, false);
      expect(isOpen(layer)).to.equal(true);
      expect(room.state).to.equal('ready');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !isOpen(layer));
      room.remove();
    });

    for (const place of ['the page', 'an inert part of the page', 'a shadow root']) {
      // Its event is not composed.
      if (name === 'a popover' && place === 'a shadow root') continue;
      it(`lets visitors use ${name} in ${place} that opens on top, and close it with Escape`, async () => {
        const room = addRoom({ controls: true });
        const neighbour = document.createElement('div');
        room.parentElement!.append(neighbour);
        const root =
          place === 'a shadow root' ? neighbour.attachShadow({ mode: 'open' }) : neighbour;
        root.innerHTML = html;
        const layer = root.firstElementChild as HTMLElement;
        layer.innerHTML = '<button autofocus>Stay signed in</button>';
        if (place === 'the page') neighbour.replaceWith(layer);
        await room.whenReady();
        button(room).click();
        await filled(room);
        open(layer);
        const { x, y } = layer.firstElementChild!.getBoundingClientRect();
        expect((layer.getRootNode() as Document).elementFromPoint(x + 2, y + 2)).to.equal(
          layer.firstElementChild,
        );
        expect(layer.matches(':focus-within')).to.equal(true);
        await sendKeys({ press: 'Escape' });
        await waitUntil(() => !isOpen(layer));
        expect(fillsWindow(room)).to.equal(true);
        press('Escape');
        expect(fillsWindow(room)).to.equal(false);
      });
    }
  }

  it('keeps Escape from a script that closes what is around the room', async () => {
    const room = addRoom({ controls: true });
    const keys: string[] = [];
    room.parentElement!.addEventListener('keydown', ({ key }) => keys.push(key));
    await room.whenReady();
    button(room).click();
    await filled(room);
    button(room).focus();
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    expect(fillsWindow(room)).to.equal(false);
    expect(keys).to.deep.equal(['Escape']);
  });

  it('takes the focus in, and gives it back to where it was', async () => {
    const room = addRoom();
    const outside = document.createElement('button');
    room.parentElement!.append(outside);
    await room.whenReady();
    outside.focus();
    await room.toggleFullscreen();
    await filled(room);
    expect(document.activeElement).to.equal(room);
    // A phone has no Escape key: there is a button now.
    expect(button(room)).to.exist;
    press('Escape');
    expect(document.activeElement).to.equal(outside);
    await room.updateComplete;
    expect(button(room)).to.not.exist;
  });

  it('leaves the focus on the button that was pressed', async () => {
    const room = addRoom({ controls: true });
    await room.whenReady();
    button(room).focus();
    button(room).click();
    await filled(room);
    press('Escape');
    await room.updateComplete;
    expect(room.shadowRoot!.activeElement).to.equal(button(room));
  });

  it('acts on its own room only', async () => {
    const [one, other] = [addRoom({ controls: true }), addRoom({ controls: true })];
    await Promise.all([one.whenReady(), other.whenReady()]);
    button(other).click();
    await filled(other);
    expect(fillsWindow(one)).to.equal(false);
    expect(button(one).ariaPressed).to.equal('false');
    expect(one.closest('[inert]')).to.exist;
    expect(other.closest('[inert]')).to.not.exist;
    press('Escape');
  });

  it('gives the page back when the room is removed', async () => {
    const room = addRoom();
    const { parentElement } = room;
    const neighbour = document.createElement('p');
    parentElement!.append(neighbour);
    await room.whenReady();
    await room.toggleFullscreen();
    await filled(room);
    room.remove();
    expect(neighbour.inert).to.equal(false);
    expect(document.documentElement.style.overflow).to.equal('');
    expect(box(room).popover).to.equal(null);
  });
});

describe('full screen of the browser', () => {
  it('is asked for the room, and left, by one button', async function () {
    const room = addRoom({ controls: true });
    await room.whenReady();
    if (!document.fullscreenEnabled) this.skip(); // A browser without a screen, such as WebKitGTK's here.
    const { sendMouse } = await import('@web/test-runner-commands');
    const { x, y, width, height } = button(room).getBoundingClientRect();
    const position = [Math.round(x + width / 2), Math.round(y + height / 2)] as [number, number];
    const entered = oneEvent(document, 'fullscreenchange');
    await sendMouse({ type: 'click', position });
    await entered;
    expect(document.fullscreenElement).to.equal(room);
    await room.updateComplete;
    expect(button(room).ariaPressed).to.equal('true');
    expect(fillsWindow(room)).to.equal(false);
    const left = oneEvent(document, 'fullscreenchange');
    button(room).click();
    await left;
    await room.updateComplete;
    expect(document.fullscreenElement).to.equal(null);
    expect(button(room).ariaPressed).to.equal('false');
  });
});
