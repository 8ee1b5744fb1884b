import { render } from '@testing-library/vue';
import { LivewebinarRoom } from 'livewebinar-room/vue';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, KeepAlive, ref, useTemplateRef } from 'vue';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('LivewebinarRoom of livewebinar-room/vue', () => {
  it('exposes the methods of the element', async () => {
    let room: InstanceType<typeof LivewebinarRoom> | null = null;
    const { container } = render(
      defineComponent(() => {
        const template = useTemplateRef<InstanceType<typeof LivewebinarRoom>>('room');
        return () => {
          room = template.value;
          return h(LivewebinarRoom, { ref: 'room', licenseKey: '1', loading: 'click' });
        };
      }),
    );
    await settle();
    const element = container.querySelector('livewebinar-room')!;
    room!.load();
    expect(element.state).toBe('loading');
    room!.reload();
    expect(element.state).toBe('loading');
    const whenReady = room!.whenReady();
    room!.unload();
    expect(element.state).toBe('idle');
    await expect(whenReady).rejects.toMatchObject({ code: 'aborted' });
    await room!.toggleFullscreen();
  });

  it('leaves while <KeepAlive> keeps it out of the page, and returns with it', async () => {
    const states: string[] = [];
    const isShown = ref(true);
    const Page = defineComponent(
      () => () =>
        h(LivewebinarRoom, { licenseKey: '1', onStateChange: ({ state }) => states.push(state) }),
    );
    const { container } = render(
      defineComponent(() => () => h(KeepAlive, () => isShown.value && h(Page))),
    );
    await settle();
    const element = container.querySelector('livewebinar-room');
    isShown.value = false;
    await settle();
    expect(container.querySelector('livewebinar-room')).toBe(null);
    expect(states).toEqual(['loading', 'idle']);
    isShown.value = true;
    await settle();
    expect(container.querySelector('livewebinar-room')).toBe(element);
    expect(states).toEqual(['loading', 'idle', 'loading']);
  });

  it('passes booleans, whatever a template writes', async () => {
    const renderRoom = (props: object) =>
      render(LivewebinarRoom, { props }).container.querySelector('livewebinar-room')!;
    const bare = renderRoom({ controls: '', askName: 'required' });
    const text = renderRoom({ controls: 'false', nickname: 'false' });
    const none = renderRoom({});
    await settle();
    expect([bare.controls, text.controls, none.controls]).toEqual([true, false, false]);
    expect([bare.askName, text.askName]).toEqual(['required', false]);
    expect(text.nickname).toBe('false');
  });

  it('shows what is in the slots of the element', async () => {
    const { container } = render(LivewebinarRoom, {
      props: { licenseKey: '1' },
      slots: { default: 'a link', placeholder: 'Join', ended: 'Thank you', error: 'Sorry' },
    });
    await settle();
    const slots = container.querySelectorAll('[slot]:not([slot=room])');
    expect(Array.from(slots, (node) => `${node.slot}: ${node.textContent}`)).toEqual([
      'placeholder: Join',
      'error: Sorry',
      'ended: Thank you',
    ]);
  });
});
