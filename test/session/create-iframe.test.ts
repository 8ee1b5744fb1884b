import { expect } from '@open-wc/testing';
import { createIframe } from '../../src/session/create-iframe.js';
import type { RoomRequest } from '../../src/session/request.js';

describe('createIframe', () => {
  const { signal } = new AbortController();
  const create = (until = signal) => {
    const request: Partial<RoomRequest> = { host: document.body, label: 'Open day', allow: '' };
    return createIframe(request as RoomRequest, until);
  };

  it('removes the iframe when the attempt ends', () => {
    const controller = new AbortController();
    const iframe = create(controller.signal);
    document.body.append(iframe);
    controller.abort();
    expect(iframe.isConnected).to.equal(false);
  });

  it('creates a credentialless iframe only in a cross-origin isolated page', function () {
    // Some engines do not support it.
    if (!('credentialless' in HTMLIFrameElement.prototype)) this.skip();
    expect(create()).to.have.property('credentialless', false);
    Object.defineProperty(window, 'crossOriginIsolated', { configurable: true, value: true });
    try {
      expect(create()).to.have.property('credentialless', true);
    } finally {
      Object.defineProperty(window, 'crossOriginIsolated', { configurable: true, value: false });
    }
  });
});
