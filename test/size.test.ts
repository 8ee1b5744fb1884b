import { expect, fixtureSync, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { createRoom } from './support/room.js';

/** Heights of the heading and of all else that stands beside a room here. */
const BESIDE = 50;
const heading = html`<h2 style="flex: none; height: ${BESIDE}px; margin: 0">Open day</h2>`;
const room = createRoom({ licenseKey: '' });

/** Where a room goes, and how wide and high it is to be there. */
const PLACES: [name: string, page: TemplateResult, width: number, height: number][] = [
  ['a parent without a height', html`<div style="width: 800px">${room}</div>`, 800, 450],
  [
    'a narrow parent: not below its least height',
    html`<div style="width: 240px">${room}</div>`,
    240,
    320,
  ],
  [
    'a parent with a height',
    html`<div style="width: 800px; height: 600px">${room}</div>`,
    800,
    600,
  ],
  [
    'a parent with a height, beside a heading',
    html`<div style="width: 800px; height: 600px">${heading}${room}</div>`,
    800,
    450,
  ],
  [
    'a stretched grid cell, beside a heading',
    html`<div style="display: grid; width: 800px; height: 600px">
      <div>${heading}${room}</div>
    </div>`,
    800,
    450,
  ],
  [
    'a stretched grid cell',
    html`<div style="display: grid; grid-template-columns: 200px 1fr; width: 800px; height: 600px">
      <p></p>
      ${room}
    </div>`,
    600,
    600,
  ],
  [
    'a row of a grid, below a heading',
    html`<div style="display: grid; grid-template-rows: auto 1fr; width: 800px; height: 600px">
      ${heading}${room}
    </div>`,
    800,
    600 - BESIDE,
  ],
  [
    'a row of a grid without a height',
    html`<div style="display: grid; width: 800px">${heading}${room}</div>`,
    800,
    450,
  ],
  [
    'a flex column, below a heading: what is left',
    html`<div style="display: flex; flex-direction: column; width: 800px; height: 600px">
      ${heading}${room}
    </div>`,
    800,
    600 - BESIDE,
  ],
  [
    'a flex column with less than 16:9 left',
    html`<div style="display: flex; flex-direction: column; width: 800px; height: 400px">
      ${heading}${room}
    </div>`,
    800,
    400 - BESIDE,
  ],
  [
    'a flex column with a least height',
    html`<div style="display: flex; flex-direction: column; width: 800px; min-height: 600px">
      ${heading}${room}
    </div>`,
    800,
    600 - BESIDE,
  ],
  [
    'a flex row, beside a column',
    html`<div style="display: flex; width: 800px; height: 600px">
      <div style="flex: none; width: 200px"></div>
      ${room}
    </div>`,
    600,
    600,
  ],
];

describe('size without any CSS', () => {
  afterEach(() => room.removeAttribute('style'));

  /** Expects the element and the box in it to have one size. */
  const expectSize = (width: number, height: number) => {
    for (const element of [room, room.shadowRoot!.querySelector('.box')!]) {
      const { width: wide, height: high } = element.getBoundingClientRect();
      expect([wide, high], element.localName).to.deep.equal([width, height]);
    }
  };

  for (const [name, page, width, height] of PLACES) {
    it(`${name}: ${width} x ${height}`, async () => {
      fixtureSync(page);
      await room.updateComplete;
      expectSize(width, height);
    });
  }

  it("takes the page's own width, height and display", async () => {
    fixtureSync(html`<div style="width: 800px">${room}</div>`);
    await room.updateComplete;
    Object.assign(room.style, { display: 'block', width: '700px', height: '500px' });
    expectSize(700, 500);
    Object.assign(room.style, { width: '', height: '', minHeight: '0', maxWidth: '320px' });
    expectSize(320, 180);
  });
});
