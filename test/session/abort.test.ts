import { expect, fixtureSync, html } from '@open-wc/testing';
import { listen, onAbort, runAfter } from '../../src/session/abort.js';
import { nextTask } from '../support/room.js';

describe('onAbort', () => {
  it('calls back in order, with a single listener on the signal', () => {
    const controller = new AbortController();
    const { signal } = controller;
    let listeners = 0;
    signal.addEventListener = (...args: Parameters<EventTarget['addEventListener']>) => {
      listeners += 1;
      EventTarget.prototype.addEventListener.apply(signal, args);
    };
    const calls: number[] = [];
    for (let index = 0; index < 20; index += 1) onAbort(signal, () => calls.push(index));
    expect(listeners).to.equal(1);
    controller.abort();
    expect(calls).to.deep.equal([...Array(20).keys()]);
  });

  it('calls back at once if the signal has aborted', () => {
    let count = 0;
    onAbort(AbortSignal.abort(), () => (count += 1));
    expect(count).to.equal(1);
  });

  it('runs the other callbacks after an error, which it reports', async () => {
    const { onerror } = window;
    const reported = new Promise((resolve) => {
      window.onerror = (_message, _file, _line, _column, error) => {
        resolve(error);
        return true;
      };
    });
    const controller = new AbortController();
    const error = new Error('A cleanup failed.');
    const calls: string[] = [];
    onAbort(controller.signal, () => {
      throw error;
    });
    onAbort(controller.signal, () => calls.push('second'));
    controller.abort();
    expect(calls).to.deep.equal(['second']);
    expect(await reported).to.equal(error);
    window.onerror = onerror;
  });
});

describe('runAfter', () => {
  it('calls back after the delay', async () => {
    const { signal } = new AbortController();
    await new Promise<void>((resolve) => runAfter(0, signal, resolve));
  });

  for (const [name, abortsBefore] of [
    ['the signal aborts first', false],
    ['the signal has aborted', true],
  ] as const) {
    it(`does not call back if ${name}`, async () => {
      const controller = new AbortController();
      let count = 0;
      if (abortsBefore) controller.abort();
      runAfter(0, controller.signal, () => (count += 1));
      controller.abort();
      await nextTask();
      await nextTask();
      expect(count).to.equal(0);
    });
  }
});

describe('listen', () => {
  for (const capture of [undefined, false, true]) {
    it(`listens until the signal aborts, with capture ${capture}`, () => {
      const controller = new AbortController();
      const target = fixtureSync(html`<div><i></i></div>`);
      const phases: number[] = [];
      const listener = ({ eventPhase }: Event) => phases.push(eventPhase);
      listen(target, 'load', listener, controller.signal, capture);
      const child = target.firstElementChild!;
      child.dispatchEvent(new Event('load', { bubbles: true }));
      controller.abort();
      child.dispatchEvent(new Event('load', { bubbles: true }));
      expect(phases).to.deep.equal([capture ? Event.CAPTURING_PHASE : Event.BUBBLING_PHASE]);
    });
  }
});
