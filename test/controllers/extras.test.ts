import { expect } from '@open-wc/testing';
import { ExtrasController } from '../../src/controllers/extras.js';
import type {
  Extra,
  ExtraContext,
  ExtraHost,
  ExtraLoader,
} from '../../src/gates/extra-interface.js';
import { useFastClock } from '../support/fast-clock.js';
import { nextTask } from '../support/room.js';

const context = {} as ExtraContext;

function createHost() {
  const host = { updates: 0, requestUpdate: () => (host.updates += 1) };
  return host;
}

class Closed implements Extra {
  canOpen = () => false;
  renderNotice = () => 'closed';
  renderPanel = () => undefined;
}

const gate = (load: ExtraLoader['load'], isNeeded = true): ExtraLoader => ({
  isGate: true,
  isNeeded: () => isNeeded,
  load,
});

const start = (loader: ExtraLoader) => {
  const host = createHost();
  const extras = new ExtrasController(host as unknown as ExtraHost, context, [loader]);
  extras.load();
  return { host, extras };
};

describe('ExtrasController', () => {
  useFastClock();

  it('asks a gate once its file has arrived', async () => {
    const { host, extras } = start(gate(() => Promise.resolve({ default: Closed })));
    expect(extras.isLoading).to.equal(true);
    await nextTask();
    expect(extras.isLoading).to.equal(false);
    expect(host.updates).to.equal(1);
    expect(extras.canOpen('auto')).to.equal(false);
    expect(extras.render('renderNotice')).to.deep.equal(['closed']);
    expect(extras.render('renderPanel')).to.deep.equal([]);
  });

  it('lets the room open if the file does not arrive', async () => {
    const { host, extras } = start(gate(() => Promise.reject(new TypeError('404'))));
    await nextTask();
    expect(extras.isLoading).to.equal(false);
    expect(extras.canOpen('auto')).to.equal(true);
    expect(host.updates).to.equal(1);
  });

  it('lets the room open if the file takes too long', async () => {
    const { extras } = start(gate(() => new Promise(() => {})));
    expect(extras.isLoading).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve, 5100));
    expect(extras.isLoading).to.equal(false);
    expect(extras.canOpen('auto')).to.equal(true);
  });

  it('loads nothing that is not needed', () => {
    const { extras } = start(gate(() => expect.fail('loaded'), false));
    expect(extras.isLoading).to.equal(false);
    expect(extras.canOpen('join')).to.equal(true);
  });
});
