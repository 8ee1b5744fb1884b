import { expect, fixtureSync, html, nextFrame } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { LivewebinarRoom } from '../src/livewebinar-room.js';
import { addRoom, createRoom, framesOf } from './support/room.js';

const boxOf = (room: LivewebinarRoom) => room.shadowRoot!.querySelector<HTMLElement>('.box')!;

/** Expects the element and the box in it to have one size. */
function expectSize(room: LivewebinarRoom, width: number, height: number): void {
  for (const element of [room, boxOf(room)]) {
    const { width: wide, height: high } = element.getBoundingClientRect();
    expect([wide, high], element.localName).to.deep.equal([width, height]);
  }
}

/**
 * Waits for two frames and a task. A ResizeObserver calls back at the end of a frame, and the size follows in
 * the next one.
 */
async function settle(): Promise<void> {
  await nextFrame();
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve));
}

/** Adds a room to the page, and waits until it is rendered and has its size. */
async function place(page: TemplateResult, room: LivewebinarRoom): Promise<HTMLElement> {
  const parent = fixtureSync<HTMLElement>(page);
  await room.updateComplete;
  await settle();
  return parent;
}

/** Height of the heading and of all else that takes up space beside a room here. */
const BESIDE = 50;
const heading = html`<h2 style="flex: none; height: ${BESIDE}px; margin: 0">Open day</h2>`;

describe('size without any CSS', () => {
  const room = createRoom({ licenseKey: '' });

  /** Where a room is, and how wide and high it is there. */
  const PLACES: [name: string, page: TemplateResult, width: number, height: number][] = [
    ['a parent without a height', html`<div style="width: 800px">${room}</div>`, 800, 450],
    [
      'a narrow parent: not below its minimum height',
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
      'a parent with a height, beside text',
      html`<div style="width: 800px; height: 600px">Open day ${room}</div>`,
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
      html`<div
        style="display: grid; grid-template-columns: 200px 1fr; width: 800px; height: 600px"
      >
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
      'a flex column with a minimum height',
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
    [
      'a wrapper without a box',
      html`<div style="width: 800px; height: 600px">
        <div style="display: contents">${room}</div>
      </div>`,
      800,
      600,
    ],
    [
      'a wrapper without a box, beside a heading',
      html`<div style="width: 800px; height: 600px">
        ${heading}
        <div style="display: contents">${room}</div>
      </div>`,
      800,
      450,
    ],
  ];

  for (const [name, page, width, height] of PLACES) {
    it(`${name}: ${width} x ${height}`, async () => {
      await place(page, room);
      expectSize(room, width, height);
    });
  }

  it('the slot of a card with a title: 800 x 450', async () => {
    const card = await place(html`<div style="width: 800px; height: 600px">${room}</div>`, room);
    card.attachShadow({ mode: 'open' }).innerHTML = '<h2>Open day</h2><slot></slot>';
    room.requestUpdate();
    await room.updateComplete;
    await settle();
    expectSize(room, 800, 450);
  });

  it('gives way to width, height and display of the page', async () => {
    await place(html`<div style="width: 800px">${room}</div>`, room);
    Object.assign(room.style, { display: 'block', width: '700px', height: '500px' });
    expectSize(room, 700, 500);
    Object.assign(room.style, { width: '', height: '', minHeight: '0', maxWidth: '320px' });
    expectSize(room, 320, 180);
    room.removeAttribute('style');
  });
});

describe('a parent with a height', () => {
  /** What does not take up space in a parent. */
  const INVISIBLE: [name: string, sibling: TemplateResult][] = [
    ['a comment', html`<!-- The room -->`],
    [
      'a script',
      html`<script type="text/plain">
        1
      </script>`,
    ],
    [
      'a style sheet',
      html`<style>
        i {
          color: red;
        }
      </style>`,
    ],
    ['a template', html`<template><p>Later</p></template>`],
    ['a link', html`<link rel="preconnect" href="https://embed.livewebinar.com" />`],
    ['a meta', html`<meta itemprop="name" content="Open day" />`],
    ['noscript', html`<noscript>Turn on scripts.</noscript>`],
    ['a hidden input', html`<input type="hidden" name="room" />`],
    ['a hidden element', html`<p hidden>Later</p>`],
    ['an element with display: none', html`<p style="display: none">Later</p>`],
    ['a closed dialog', html`<dialog>Later</dialog>`],
    ['an overlay', html`<p style="position: absolute; inset: 0">On top</p>`],
    ['a fixed header', html`<p style="position: fixed; top: 0">On top</p>`],
  ];

  for (const [name, sibling] of INVISIBLE) {
    it(`is filled in spite of ${name} before or after the room`, async () => {
      for (const isBefore of [true, false]) {
        const room = createRoom({ licenseKey: '' });
        const page = html`<div style="width: 600px; height: 700px">
          ${isBefore ? [sibling, room] : [room, sibling]}
        </div>`;
        await place(page, room);
        expectSize(room, 600, 700);
      }
    });

    it(`without a height, and with ${name}: 16:9`, async () => {
      const room = createRoom({ licenseKey: '' });
      await place(html`<div style="width: 800px">${sibling}${room}</div>`, room);
      expectSize(room, 800, 450);
    });
  }

  it('is filled for as long as nothing else takes up space', async () => {
    const room = createRoom({ licenseKey: '' });
    const parent = await place(
      html`<div style="width: 800px; height: 600px">
        <p hidden>Later</p>
        ${room}
      </div>`,
      room,
    );
    const sibling = parent.querySelector('p')!;
    sibling.hidden = false;
    await settle();
    expectSize(room, 800, 450);
    sibling.hidden = true;
    await settle();
    expectSize(room, 800, 600);
    const footer = document.createElement('footer');
    footer.textContent = 'Open day';
    parent.append(footer);
    await settle();
    expectSize(room, 800, 450);
    footer.remove();
    await settle();
    expectSize(room, 800, 600);
  });

  it('is filled after a move from beside a heading', async () => {
    const room = createRoom({ licenseKey: '' });
    const page = html`<div style="width: 800px">
      <div style="height: 600px">${heading}${room}</div>
      <div style="height: 500px"><p hidden>Later</p></div>
    </div>`;
    const [, target] = (await place(page, room)).children;
    if ('moveBefore' in target!) target.moveBefore(room, null);
    else target!.append(room);
    await room.updateComplete;
    await settle();
    expectSize(room, 800, 500);
  });
});

describe('max-height', () => {
  const PARENTS: [name: string, style: string][] = [
    ['a block', 'width: 800px; height: 600px'],
    ['a grid', 'display: grid; width: 800px; height: 600px; align-content: start'],
    ['a flex column', 'display: flex; flex-direction: column; width: 800px; height: 600px'],
  ];
  for (const [parent, style] of PARENTS) {
    for (const maxHeight of ['400px', '300px', '200px', '50%', '25vh']) {
      it(`of ${maxHeight} in ${parent} holds, and what follows is not covered`, async () => {
        const room = createRoom({ licenseKey: '' });
        room.style.maxHeight = maxHeight;
        const page = html`<div style=${style}>
          ${room}
          <p style="margin: 0">What follows</p>
        </div>`;
        const { bottom } = (await place(page, room)).lastElementChild!.getBoundingClientRect();
        const { top } = room.getBoundingClientRect();
        // A percentage of a grid area is one of the row, which is as high as the room.
        const height = { '50%': 300, '25vh': innerHeight / 4 }[maxHeight] ?? parseInt(maxHeight);
        if (parent !== 'a grid' || maxHeight !== '50%') expectSize(room, 800, height);
        expect(boxOf(room).getBoundingClientRect().bottom).to.be.at.most(bottom - 1);
        expect(top).to.be.below(bottom);
      });
    }
  }

  it('of an element that the page displays as a block leaves what follows uncovered', async () => {
    const room = createRoom({ licenseKey: '' });
    room.style.cssText = 'display: block; max-height: 400px';
    const parent = await place(
      html`<div style="width: 800px">
        ${room}
        <p style="margin: 0">What follows</p>
      </div>`,
      room,
    );
    parent.scrollIntoView();
    const { x, y } = parent.lastElementChild!.getBoundingClientRect();
    expect(document.elementFromPoint(x + 400, y + 2)).to.equal(parent.lastElementChild);
  });
});

describe('ResizeObservers of the page', () => {
  // The test runner fails a test when an error event fires in its page, such as the one for a loop.
  const observe = async (element: Element, callback: () => void) => {
    const observer = new ResizeObserver(callback);
    observer.observe(element);
    await settle();
    observer.disconnect();
  };

  it('report no loop when the room adapts to CSS of the page', async () => {
    const room = createRoom({ licenseKey: '' });
    const parent = await place(
      html`<div class="short" style="position: relative; width: 800px">
        <style>
          .short > :last-child {
            position: absolute;
            inset: 0;
          }
          .short > livewebinar-room {
            max-height: 200px;
          }
        </style>
        ${room}
        <p>On top</p>
      </div>`,
      room,
    );
    await observe(parent, () => {});
    expectSize(room, 800, 200);
  });

  it('report no loop when they set options of the room', async () => {
    const room = createRoom({ licenseKey: '' });
    await place(
      html`<div style="width: 800px; height: 600px">
        <p hidden>Later</p>
        ${room}
      </div>`,
      room,
    );
    await settle();
    await observe(boxOf(room), () => (room.controls = true));
    expect(room.shadowRoot!.querySelector('[part=toolbar]')).to.exist;
    expectSize(room, 800, 600);
  });
});

describe('width and height', () => {
  /** Options, style of the element, and its size in a parent that is 800 x 700. */
  const SIZES: [options: Partial<LivewebinarRoom>, style: string, width: number, height: number][] =
    [
      [{ width: '400', height: '600' }, '', 400, 600],
      [{ width: '400px', height: '600px' }, '', 400, 600],
      [{ height: '200' }, '', 800, 200],
      [{ width: '400' }, '', 400, 700],
      [{ width: '2000' }, '', 800, 700],
      [{ width: '100%', height: '50%' }, '', 800, 700],
      [{ width: '400', height: '600' }, 'width: 500px; height: 300px', 500, 300],
      [{ width: '400', height: '600' }, 'max-height: 300px', 400, 300],
      [{ width: 'wide', height: 'red; position: fixed' }, '', 800, 700],
    ];
  for (const [options, style, width, height] of SIZES) {
    it(`${JSON.stringify(options)} in a page with {${style}}: ${width} x ${height}`, async () => {
      const room = createRoom({ licenseKey: '', ...options });
      room.style.cssText = style;
      await place(html`<div style="width: 800px; height: 700px">${room}</div>`, room);
      expectSize(room, width, height);
      Object.assign(room, { width: '', height: '' });
      room.removeAttribute('style');
      await settle();
      expectSize(room, 800, 700);
    });
  }

  it('stay after a move into another document', async () => {
    const room = createRoom({ licenseKey: '', width: '400', height: '600' });
    await place(html`<div>${room}</div>`, room);
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe width="800"></iframe>`);
    frame.contentDocument!.body.append(room);
    await room.updateComplete;
    expectSize(room, 400, 600);
  });
});

describe('the font size of the page', () => {
  const root = document.documentElement;
  afterEach(() => root.removeAttribute('style'));

  for (const fontSize of ['62.5%', 'calc(100vw / 7.5)', '0', '40px']) {
    it(`${fontSize} changes neither text nor targets nor heights`, async () => {
      const room = addRoom({ loading: 'click', controls: true });
      room.parentElement!.style.width = '800px';
      await room.updateComplete;
      const measure = () => [
        room.offsetHeight,
        ...[...room.shadowRoot!.querySelectorAll<HTMLElement>('p, button, a')].map(
          (element) => `${element.offsetWidth} x ${element.offsetHeight}`,
        ),
      ];
      const before = measure();
      root.style.fontSize = fontSize;
      room.parentElement!.style.fontSize = '1rem';
      expect(measure()).to.deep.equal(before);
    });
  }
});

describe('inherited text styles of the page', () => {
  const TRICKS = [
    'text-indent: -9999px',
    '-webkit-text-fill-color: transparent',
    '-webkit-text-stroke: 20px red',
    '-webkit-text-security: disc',
    'letter-spacing: -1em',
    'word-spacing: -9em',
    'line-height: 0',
    'font-size: 0',
    'font: italic 900 3px/0 monospace',
    'font-variant: small-caps',
    'text-transform: uppercase',
    'text-shadow: 0 0 9px red',
    'text-align: right',
    'text-wrap: nowrap',
    'white-space: pre',
    'word-break: break-all',
    'direction: rtl',
  ];
  for (const trick of TRICKS) {
    it(`${trick} stays outside`, async () => {
      const room = addRoom({ loading: 'click', nickname: 'Ada Lovelace' });
      room.parentElement!.style.width = '400px';
      await room.updateComplete;
      const texts = [...room.shadowRoot!.querySelectorAll('.panel p, .panel button')];
      const { left, top } = room.getBoundingClientRect();
      const measure = () =>
        texts.map((element) => {
          const range = new Range();
          range.selectNodeContents(element);
          const { x, y, width, height } = range.getBoundingClientRect();
          const style = getComputedStyle(element);
          return [
            [x - left, y - top, width, height].map(Math.round).join(),
            style.color,
            style.webkitTextFillColor,
            style.getPropertyValue('-webkit-text-stroke-width'),
            style.getPropertyValue('-webkit-text-security'),
            style.textShadow,
            style.textTransform,
          ];
        });
      const before = measure();
      room.parentElement!.style.cssText = `width: 400px; ${trick}`;
      expect(measure()).to.deep.equal(before);
    });
  }
});

describe('rules of the page for iframes', () => {
  const RULES = [
    'height: auto !important',
    'width: 100% !important; height: auto !important; aspect-ratio: 4 / 3 !important',
    'position: absolute; inset: 0; width: 100%; height: 100%',
    'display: inline !important',
    'margin: 0 auto 24px !important; height: auto !important',
    'max-width: 100%; height: auto',
    'width: 300px !important; height: 200px !important',
  ];
  for (const rule of RULES) {
    for (const options of [{}, { mode: 'iframe' }, { isolated: true }] as const) {
      it(`{ ${rule} } leave the room its height: ${JSON.stringify(options)}`, async () => {
        const room = addRoom({ controls: true, ...options });
        room.parentElement!.style.width = '800px';
        const style = document.createElement('style');
        style.textContent = `iframe { ${rule} }`;
        room.before(style);
        await room.whenReady();
        const stage = room.shadowRoot!.querySelector('[part=stage]')!.getBoundingClientRect();
        const frame = framesOf(room)[0]!.getBoundingClientRect();
        expect(frame.top).to.equal(stage.top);
        expect(frame.height).to.be.closeTo(stage.height, 1);
        expect(frame.width).to.be.closeTo(stage.width, 1);
      });
    }
  }
});

describe('panels at 200 % text', () => {
  const PANELS: [part: string, options: Partial<LivewebinarRoom>][] = [
    ['placeholder', { loading: 'click', nickname: 'Ada Lovelace', label: 'Information evening' }],
    ['error', { roomOrigin: 'nonsense', controls: true }],
    ['error', { mode: 'frame' as 'script' }],
  ];
  for (const [part, options] of PANELS) {
    for (const width of [240, 320, 390]) {
      it(`${part} of ${JSON.stringify(options)} at ${width} px: nothing overlaps, all of it can be reached`, async () => {
        const room = addRoom(options);
        room.parentElement!.style.width = `${width}px`;
        await room.updateComplete;
        if (part === 'error') await room.whenReady().catch(() => {});
        await room.updateComplete;
        // As the browser's own font size setting does.
        boxOf(room).style.fontSize = '200%';
        const panel = room.shadowRoot!.querySelector<HTMLElement>(`[part=${part}]`)!;
        const items = [...panel.querySelectorAll<HTMLElement>('svg, p, button, a')].filter(
          (item) => !item.parentElement!.closest('button, a'),
        );
        expect(items.length).to.be.above(2);
        const bottoms = items.map((item) => item.getBoundingClientRect().bottom);
        items.forEach((item, index) => {
          const { top, bottom } = item.getBoundingClientRect();
          if (index > 0) expect(top, item.outerHTML).to.be.at.least(bottoms[index - 1]!);
          if (item.localName === 'svg') return;
          const range = new Range();
          range.selectNodeContents(item);
          const text = range.getBoundingClientRect();
          expect(text.bottom, item.outerHTML).to.be.at.most(bottom + 1);
          const { left, right } = panel.getBoundingClientRect();
          expect(text.left, item.outerHTML).to.be.at.least(left);
          expect(text.right, item.outerHTML).to.be.at.most(right);
        });
        panel.scrollTo(0, panel.scrollHeight);
        const last = items.at(-1)!.getBoundingClientRect();
        expect(last.bottom).to.be.at.most(panel.getBoundingClientRect().bottom);
        panel.scrollTo(0, 0);
        const first = items[0]!.getBoundingClientRect();
        expect(first.top).to.be.at.least(panel.getBoundingClientRect().top);
      });
    }
  }
});
