import { expect, fixtureSync, html } from '@open-wc/testing';
import { createRoom, requestsFor } from '../support/room.js';

/** Hides what is in the box, and how to show it again. */
const HIDDEN: [style: string, shown: string][] = [
  ['max-height: 0; overflow: hidden', 'max-height: none'],
  ['height: 0; overflow: hidden', 'height: auto'],
  ['width: 0; overflow: hidden', 'width: auto'],
  ['display: grid; grid-template-rows: 0fr; overflow: hidden', 'grid-template-rows: 1fr'],
  ['visibility: hidden', 'visibility: visible'],
  ['opacity: 0', 'opacity: 1'],
  ['transform: scale(0)', 'transform: none'],
  ['clip-path: inset(50%)', 'clip-path: none'],
  ['display: none', 'display: block'],
  ['content-visibility: hidden', 'content-visibility: visible'],
];

const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

describe('loading="lazy"', () => {
  for (const [style, shown] of HIDDEN) {
    it(`waits until the room can be seen: ${style}`, async function () {
      const [property, value] = style.split(': ') as [string, string];
      if (!CSS.supports(property, value.split(';')[0]!)) this.skip(); // An older engine.
      // Only Chromium's IntersectionObserver takes clip-path into account.
      if (property === 'clip-path' && !navigator.userAgent.includes('Chrome')) this.skip();
      const box = fixtureSync<HTMLElement>(html`<div><div style="min-height: 0"></div></div>`);
      box.style.cssText = style;
      const room = createRoom({ loading: 'lazy' });
      box.firstElementChild!.append(room);
      await frames(20);
      expect(room.state).to.equal('idle');
      expect(await requestsFor(room.licenseKey)).to.have.length(0);
      box.style.cssText += `; ${shown}`;
      await room.whenReady();
    });
  }
});
