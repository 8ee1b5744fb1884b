import { act, render } from '@testing-library/react';
import { LivewebinarRoom, type LivewebinarRoomElement } from 'livewebinar-room/react';
import { Activity, createRef, StrictMode, Suspense, use, type ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Lets effects, microtasks and timers of zero milliseconds run. */
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
// No request leaves the test: mode="iframe" sends one of its own.
beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => {})));

const scripts = () => document.querySelectorAll('head script').length;

/** Renders in StrictMode, which runs every effect twice. */
async function renderStrict(children: ReactNode) {
  const tree = (content: ReactNode) => <StrictMode>{content}</StrictMode>;
  const { container, rerender, unmount } = render(tree(children));
  await settle();
  return {
    container,
    unmount,
    async rerender(content: ReactNode) {
      rerender(tree(content));
      await settle();
    },
  };
}

describe('LivewebinarRoom of livewebinar-room/react', () => {
  it('opens the room once in StrictMode', async () => {
    const states: string[] = [];
    await renderStrict(
      <LivewebinarRoom licenseKey="1" onStateChange={({ state }) => states.push(state)} />,
    );
    expect(states).toEqual(['loading']);
    expect(scripts()).toBe(1);
  });

  it('leaves once when it is unmounted', async () => {
    const room = createRef<LivewebinarRoomElement>();
    const { unmount } = await renderStrict(<LivewebinarRoom ref={room} licenseKey="1" />);
    const element = room.current!;
    const states: string[] = [];
    element.addEventListener('livewebinar-statechange', ({ state }) => states.push(state));
    unmount();
    await settle();
    expect(states).toEqual(['idle']);
    expect(scripts()).toBe(0);
    expect(room.current).toBe(null);
  });

  it.each(['script', 'iframe'] as const)(
    'leaves in a hidden <Activity> and returns with it, mode="%s"',
    async (mode) => {
      const states: string[] = [];
      const room = createRef<LivewebinarRoomElement>();
      const app = (activity: 'visible' | 'hidden') => (
        <Activity mode={activity}>
          <LivewebinarRoom
            ref={room}
            licenseKey="1"
            mode={mode}
            onStateChange={({ state }) => states.push(state)}
          />
        </Activity>
      );
      const { rerender } = await renderStrict(app('visible'));
      const element = room.current!;
      await rerender(app('hidden'));
      expect(states).toEqual(['loading', 'idle']);
      expect(element.isConnected).toBe(true);
      expect(room.current).toBe(null);
      await rerender(app('visible'));
      expect(states).toEqual(['loading', 'idle', 'loading']);
      expect(room.current).toBe(element);
    },
  );

  it('opens no room before an <Activity> is shown for the first time', async () => {
    const states: string[] = [];
    const app = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <LivewebinarRoom licenseKey="1" onStateChange={({ state }) => states.push(state)} />
      </Activity>
    );
    const { rerender } = await renderStrict(app('hidden'));
    expect(states).toEqual([]);
    await rerender(app('visible'));
    expect(states).toEqual(['loading']);
  });

  it.each(['a visitor who left', 'a visitor who has not joined'])(
    'does not open the room for %s when its <Activity> is shown',
    async (visitor) => {
      const room = createRef<LivewebinarRoomElement>();
      const hasLeft = visitor === 'a visitor who left';
      const app = (mode: 'visible' | 'hidden') => (
        <Activity mode={mode}>
          <LivewebinarRoom ref={room} licenseKey="1" loading={hasLeft ? 'eager' : 'click'} />
        </Activity>
      );
      const { rerender } = await renderStrict(app('visible'));
      if (hasLeft) room.current!.unload();
      await rerender(app('hidden'));
      await rerender(app('visible'));
      expect(room.current!.state).toBe('idle');
    },
  );

  it('opens the room that was chosen while its <Activity> was hidden', async () => {
    const room = createRef<LivewebinarRoomElement>();
    const app = (mode: 'visible' | 'hidden', licenseKey: string) => (
      <Activity mode={mode}>
        <LivewebinarRoom ref={room} licenseKey={licenseKey} />
      </Activity>
    );
    const { rerender } = await renderStrict(app('visible', '1'));
    await rerender(app('hidden', '1'));
    await rerender(app('hidden', '2'));
    await rerender(app('visible', '2'));
    expect(scripts()).toBe(1);
    expect(document.querySelector<HTMLScriptElement>('head script')!.src).toContain('?t=2&');
  });

  it('stays in the room while a <Suspense> around it shows its fallback', async () => {
    const states: string[] = [];
    const never = new Promise<ReactNode>(() => {});
    const Wait = (): ReactNode => use(never);
    const app = (isWaiting: boolean) => (
      <Suspense fallback="Wait">
        <LivewebinarRoom licenseKey="1" onStateChange={({ state }) => states.push(state)} />
        {isWaiting && <Wait />}
      </Suspense>
    );
    const { container, rerender } = await renderStrict(app(false));
    await rerender(app(true));
    expect(container.textContent).toContain('Wait');
    expect(states).toEqual(['loading']);
  });
});
