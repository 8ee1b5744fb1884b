import { expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import { bindConsent, type ConsentAdapter } from '../../src/consent/index.js';
import { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { collectWarnings } from '../support/collect-warnings.js';
import {
  addRoom,
  createRoom,
  framesOf,
  nextTask,
  requestsFor,
  uniqueKey,
} from '../support/room.js';

/** A consent manager whose decision the test sets. */
function createManager(): {
  adapter: ConsentAdapter;
  decide: (consent: boolean) => void;
  isWatched: () => boolean;
} {
  let report: ((consent: boolean) => void) | undefined;
  return {
    adapter(onDecision) {
      report = onDecision;
      return () => (report = undefined);
    },
    decide: (consent) => report?.(consent),
    isWatched: () => report !== undefined,
  };
}

const unbinds: (() => void)[] = [];
function bind(options?: Parameters<typeof bindConsent>[1]) {
  const manager = createManager();
  const unbind = bindConsent(manager.adapter, options);
  unbinds.push(unbind);
  return { ...manager, unbind };
}

describe('bindConsent', () => {
  afterEach(() => unbinds.splice(0).forEach((unbind) => unbind()));

  it('opens the rooms of the page on consent, and requests nothing before', async () => {
    const rooms = [addRoom({ loading: 'click' }), addRoom({ loading: 'click' })];
    const { decide } = bind();
    await nextTask();
    for (const { licenseKey } of rooms) expect(await requestsFor(licenseKey)).to.have.length(0);
    decide(true);
    await Promise.all(rooms.map((room) => room.whenReady()));
    for (const { licenseKey } of rooms) expect(await requestsFor(licenseKey)).to.have.length(1);
  });

  it('requests nothing after a refusal', async () => {
    const room = addRoom({ loading: 'click' });
    const { decide } = bind();
    decide(false);
    await nextTask();
    expect(room.state).to.equal('idle');
    expect(await requestsFor(room.licenseKey)).to.have.length(0);
  });

  it('leaves the rooms on withdrawal, and opens them after a new consent', async () => {
    const room = addRoom({ loading: 'click' });
    const { decide } = bind();
    decide(true);
    await room.whenReady();
    decide(false);
    expect(room.state).to.equal('idle');
    expect(framesOf(room)).to.have.length(0);
    decide(true);
    await room.whenReady();
  });

  it('stops a room that is still opening on withdrawal', async () => {
    const room = addRoom({ loading: 'click' });
    const { decide } = bind();
    decide(true);
    expect(room.state).to.equal('loading');
    decide(false);
    await nextTask();
    expect(room.state).to.equal('idle');
    expect(framesOf(room)).to.have.length(0);
  });

  it('opens a room that is added after the consent, as on a route change', async () => {
    const { decide } = bind();
    decide(true);
    const view = fixtureSync<HTMLElement>(html`<div></div>`);
    const room = createRoom({ loading: 'click' });
    const section = document.createElement('section');
    section.append(room);
    view.append(section);
    await room.whenReady();
  });

  it('opens a room again that returns with its route', async () => {
    const view = fixtureSync<HTMLElement>(html`<div></div>`);
    const room = createRoom({ loading: 'click' });
    view.append(room);
    const { decide } = bind();
    decide(true);
    await room.whenReady();
    room.remove();
    await nextTask();
    expect(room.state).to.equal('idle');
    view.append(room);
    await room.whenReady();
  });

  it('does not bring back a visitor who has left', async () => {
    const room = addRoom({ loading: 'click' });
    const { decide } = bind();
    decide(true);
    await room.whenReady();
    room.unload();
    decide(true);
    room.parentElement!.append(document.createElement('p'));
    room.parentElement!.append(room);
    await nextTask();
    expect(room.state).to.equal('idle');
  });

  it('opens a room that is registered after the consent', async () => {
    const name = `late-room-${uniqueKey().replace(/\W/g, '')}`;
    const view = fixtureSync<HTMLElement>(html`<div></div>`);
    const licenseKey = uniqueKey();
    const origins = `embed-origin="${STAND_IN_ORIGIN}" room-origin="${STAND_IN_ORIGIN}"`;
    view.innerHTML = `<${name} license-key="${licenseKey}" loading="click" ${origins}></${name}>`;
    const { decide } = bind({ selector: name });
    decide(true);
    await nextTask();
    customElements.define(name, class extends LivewebinarRoom {});
    await (view.firstElementChild as LivewebinarRoom).whenReady();
    expect(await requestsFor(licenseKey)).to.have.length(1);
  });

  it('leaves a room closed that is registered after a withdrawal', async () => {
    const name = `late-room-${uniqueKey().replace(/\W/g, '')}`;
    const view = fixtureSync<HTMLElement>(html`<div></div>`);
    view.innerHTML = `<${name} license-key="${uniqueKey()}" loading="click"></${name}>`;
    const { decide } = bind({ selector: name });
    decide(true);
    decide(false);
    customElements.define(name, class extends LivewebinarRoom {});
    await nextTask();
    expect((view.firstElementChild as LivewebinarRoom).state).to.equal('idle');
  });

  it('opens a room in a closed dialog when the dialog opens', async () => {
    const dialog = fixtureSync<HTMLDialogElement>(html`<dialog></dialog>`);
    const room = createRoom({ loading: 'click' });
    dialog.append(room);
    const { decide } = bind();
    decide(true);
    await nextTask();
    expect(room.state).to.equal('idle');
    dialog.showModal();
    await room.whenReady();
  });

  it('leaves that room closed after a withdrawal', async () => {
    const dialog = fixtureSync<HTMLDialogElement>(html`<dialog></dialog>`);
    const room = createRoom({ loading: 'click' });
    dialog.append(room);
    const { decide } = bind();
    decide(true);
    decide(false);
    dialog.showModal();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect(room.state).to.equal('idle');
  });

  it('governs the rooms of the selector only', async () => {
    const one = addRoom({ loading: 'click', id: 'one' });
    const other = addRoom({ loading: 'click' });
    const { decide } = bind({ selector: '#one' });
    decide(true);
    await one.whenReady();
    expect(other.state).to.equal('idle');
  });

  it('warns once about a room that opens without consent', async () => {
    const warnings = await collectWarnings(() => {
      addRoom({ loading: 'lazy' });
      addRoom({ loading: 'lazy' });
      bind();
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('Set loading="click"');
  });

  it('returns a function that unbinds, and keeps open rooms', async () => {
    const room = addRoom({ loading: 'click' });
    const { decide, unbind, isWatched } = bind();
    decide(true);
    await room.whenReady();
    unbind();
    expect(isWatched()).to.be.false;
    const added = addRoom({ loading: 'click' });
    await nextTask();
    expect([room.state, added.state]).to.deep.equal(['ready', 'idle']);
  });

  it('names the adapter if it is not one', () => {
    expect(() => bindConsent(undefined as unknown as ConsentAdapter)).to.throw('adapter must be');
  });

  it('fires the events of the room', async () => {
    const room = addRoom({ loading: 'click' });
    const { decide } = bind();
    setTimeout(() => decide(true));
    await oneEvent(room, 'livewebinar-ready');
  });
});
