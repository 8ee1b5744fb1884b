import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { expect } from 'chai';
import { html } from 'lit';
import { describe, it } from 'node:test';

// The built package.
const name = 'livewebinar-room';
await import(name);

/** Returns what a server sends, without the style sheet and Lit's hydration markers. */
async function renderRoom(loading: string, licenseKey = '123-123-123'): Promise<string> {
  const text = await collectResult(
    render(html`
      <livewebinar-room license-key=${licenseKey} role-token="IYuUtn2P" loading=${loading}>
        <a href="https://app.livewebinar.com/123-123-123">Open the room</a>
      </livewebinar-room>
    `),
  );
  return text.replace(/<style>.*?<\/style>|<!--.*?-->/gs, '');
}

describe('@lit-labs/ssr', () => {
  it('renders a declarative shadow root with a slot for the link that visitors without JavaScript need', async () => {
    const text = await renderRoom('eager');
    expect(text).to.match(/<template [^>]*shadowrootmode="open"/);
    expect(text).to.match(/<noscript[^>]*><slot><\/slot><\/noscript>/);
    expect(text).to.include('</template>\n        <a href');
  });

  it('renders the loading panel, which is what a browser shows first', async () => {
    expect(await renderRoom('eager')).to.match(/part="loading".*Opening the room/s);
  });

  for (const loading of ['lazy', 'click']) {
    it(`renders the placeholder for loading="${loading}"`, async () => {
      expect(await renderRoom(loading)).to.match(/part="placeholder".*Join the room/s);
    });
  }

  it('renders the placeholder without a license key', async () => {
    expect(await renderRoom('eager', '')).to.match(/part="placeholder"/);
  });
});
