import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { addRoom } from './support/room.js';

const focused = (root: ShadowRoot) => root.activeElement as HTMLElement | null;

describe('a room that waits for a click', () => {
  it('has its controls in the order in which they are shown, each with a focus ring', async () => {
    await resetMouse();
    const room = addRoom({ loading: 'click', controls: true });
    await room.updateComplete;
    const root = room.shadowRoot!;
    for (const part of ['join-button', 'fullscreen-button', 'open-link']) {
      await sendKeys({ press: 'Tab' });
      const control = focused(root)!;
      expect(control.part.value).to.equal(part);
      const { outlineStyle, outlineWidth, outlineColor, color } = getComputedStyle(control);
      expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '3px']);
      // The ring has the color of the text, so its contrast is that of the text.
      if (part !== 'join-button') expect(outlineColor).to.equal(color);
    }
    const next = document.createElement('button');
    room.after(next);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(next);
  });

  it('keeps all of its text when visitors space it out', async () => {
    const room = addRoom({ loading: 'click', label: 'Open day 2026', nickname: 'Ada Lovelace' });
    room.style.width = '320px';
    await room.updateComplete;
    const root = room.shadowRoot!;
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    root.adoptedStyleSheets.push(spacing);
    const panel = root.querySelector('.panel')!;
    const boxes = [...panel.querySelectorAll('p, button')].map((one) =>
      one.getBoundingClientRect(),
    );
    expect(boxes).to.have.length(3);
    const { left, right } = panel.getBoundingClientRect();
    for (const box of boxes) {
      expect(box.left).to.be.at.least(left);
      expect(box.right).to.be.at.most(right);
    }
    for (const [index, { bottom }] of boxes.slice(0, -1).entries()) {
      expect(bottom).to.be.at.most(boxes[index + 1]!.top);
    }
  });
});
