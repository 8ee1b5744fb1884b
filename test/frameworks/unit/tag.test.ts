import 'livewebinar-room';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

// No request leaves the test: mode="iframe" sends one of its own.
beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => {})));

describe('<livewebinar-room> without a browser', () => {
  it.each([
    ['controls', 'loading'],
    ['mode="iframe"', 'loading'],
    ['isolated', 'loading'],
    ['loading="click"', 'idle'],
    ['license-key=""', 'idle'],
    ['controls lang="pl"', 'loading'],
    ['width="400" height="600"', 'loading'],
    ['ask-name', 'idle'],
    ['starts-at="2100-01-01T10:00:00Z"', 'idle'],
    ['exclusive confirm-leave keep-awake when-hidden="leave"', 'loading'],
  ])('renders with %s, is left and removed', async (attributes, state) => {
    document.body.innerHTML = `<livewebinar-room ${attributes} license-key="1"></livewebinar-room>`;
    const room = document.querySelector('livewebinar-room')!;
    await settle();
    expect(room.state).toBe(state);
    await room.toggleFullscreen();
    await room.toggleFullscreen();
    room.reload();
    await settle();
    room.unload();
    await settle();
    expect(room.shadowRoot!.querySelector('[part=placeholder]')).not.toBe(null);
    room.remove();
    await settle();
  });

  it('opens with loading="lazy" when load() is called', async () => {
    document.body.innerHTML =
      '<livewebinar-room loading="lazy" license-key="1"></livewebinar-room>';
    const room = document.querySelector('livewebinar-room')!;
    room.load();
    await settle();
    expect(room.state).toBe('loading');
  });

  it('describes itself', async () => {
    vi.spyOn(console, 'info').mockReturnValue();
    document.body.innerHTML = '<livewebinar-room license-key="1"></livewebinar-room>';
    const diagnosis = await document.querySelector('livewebinar-room')!.diagnose();
    expect(JSON.parse(JSON.stringify(diagnosis))).toMatchObject({
      state: 'loading',
      properties: ['licenseKey'],
    });
    expect(console.info).toHaveBeenCalledOnce();
  });
});
