import { expect } from '@open-wc/testing';
import { onAbort } from '../../src/session/abort.js';

describe('onAbort', () => {
  it('calls back in the order of the calls, with one listener for all', () => {
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

  it('calls back at once for a signal that has aborted', () => {
    let count = 0;
    onAbort(AbortSignal.abort(), () => (count += 1));
    expect(count).to.equal(1);
  });

  it('goes on after an error, which it reports', async () => {
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
