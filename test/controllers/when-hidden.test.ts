import { expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import { createRoom, framesOf, nextTask, requestsFor } from '../support/room.js';

const WAYS: [
  name: string,
  template: () => unknown,
  show: (box: HTMLElement) => void,
  hide: (box: HTMLElement) => void,
][] = [
  [
    'a closed dialog',
    () => html`<dialog></dialog>`,
    (box) => (box as HTMLDialogElement).showModal(),
    (box) => (box as HTMLDialogElement).close(),
  ],
  [
    'closed details',
    () => html`<details><summary>Room</summary></details>`,
    (box) => ((box as HTMLDetailsElement).open = true),
    (box) => ((box as HTMLDetailsElement).open = false),
  ],
  [
    'a closed popover',
    () => html`<div popover="auto"></div>`,
    (box) => box.showPopover(),
    (box) => box.hidePopover(),
  ],
  ['a hidden tab panel', () => html`<div></div>`, () => {}, (box) => (box.hidden = true)],
];

describe('when-hidden', () => {
  for (const [name, template, show, hide] of WAYS) {
    it(`leaves the room in ${name} with leave`, async () => {
      const box = fixtureSync<HTMLElement>(template() as ReturnType<typeof html>);
      const room = createRoom({ whenHidden: 'leave' });
      box.append(room);
      show(box);
      await room.whenReady();
      hide(box);
      await oneEvent(room, 'livewebinar-statechange');
      expect(room.state).to.equal('idle');
      expect(framesOf(room)).to.have.length(0);
      await room.updateComplete;
      expect(room.shadowRoot!.querySelector('[part=join-button]')).to.exist;
    });
  }

  it('keeps the room for a moment out of sight', async () => {
    const room = createRoom({ whenHidden: 'leave' });
    const box = fixtureSync<HTMLElement>(html`<div></div>`);
    box.append(room);
    await room.whenReady();
    let changes = 0;
    room.addEventListener('livewebinar-statechange', () => (changes += 1));
    for (let count = 0; count < 6; count += 1) {
      box.hidden = count % 2 === 0;
      await new Promise((resolve) => setTimeout(resolve, 260));
    }
    expect(changes).to.equal(0);
  });

  for (const [name, style] of [
    ['a collapsed accordion', 'max-height: 0; overflow: hidden'],
    ['a slide that is out of sight', 'position: absolute; left: -9999px'],
    ['a transparent box', 'opacity: 0'],
  ] as const) {
    it(`keeps the room in ${name}, which is still rendered`, async () => {
      const room = createRoom({ whenHidden: 'leave' });
      const box = fixtureSync<HTMLElement>(html`<div></div>`);
      box.append(room);
      await room.whenReady();
      box.style.cssText = style;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(room.state).to.equal('ready');
    });
  }

  it('keeps the room by default', async () => {
    const room = createRoom();
    const box = fixtureSync<HTMLElement>(html`<div></div>`);
    box.append(room);
    await room.whenReady();
    box.hidden = true;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await nextTask();
    expect(room.state).to.equal('ready');
    expect(await requestsFor(room.licenseKey)).to.have.length(1);
  });
});
