import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { LivewebinarPhaseChangeEvent, RoomPhase } from '../../src/events.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, collect, requestsFor } from '../support/room.js';

const START = Date.parse('2027-03-01T18:00:00+01:00');
const MINUTE = 60_000;
const SCHEDULE = { startsAt: '2027-03-01T18:00+01:00', endsAt: '2027-03-01T19:00+01:00' };

const panelOf = (room: LivewebinarRoom) =>
  room.shadowRoot!.querySelector<HTMLElement>('[part=placeholder]');
const find = (room: LivewebinarRoom, part: string) =>
  room.shadowRoot!.querySelector<HTMLElement>(`[part=${part}]`);

describe('a scheduled room', () => {
  const { now } = Date;
  const setClock = (time: number) => {
    Date.now = () => time;
  };
  /** Sets the clock, as if a laptop had slept until then. */
  const moveClock = (time: number) => {
    setClock(time);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  afterEach(() => {
    Date.now = now;
  });

  const phases: [minutes: number, phase: RoomPhase][] = [
    [-3 * 24 * 60, 'early'],
    [-61, 'early'],
    [-59, 'open'],
    [-2, 'open'],
    [0, 'live'],
    [59, 'live'],
    [60, 'ended'],
  ];
  for (const [minutes, phase] of phases) {
    it(`is ${phase} ${minutes} minutes after its start`, async () => {
      setClock(START + minutes * MINUTE);
      const room = addRoom({ ...SCHEDULE, loading: 'click' });
      await waitUntil(() => room.phase !== null);
      expect(room.phase).to.equal(phase);
      await room.updateComplete;
      expect(room.state).to.equal('idle');
      await expect(room).to.be.accessible();
      // Visitors can join at any time.
      const button = [...panelOf(room)!.querySelectorAll('button')].find((element) =>
        /Join the room|Open the room anyway/.test(element.textContent),
      );
      expect(/Join/.test(button!.textContent)).to.equal(phase === 'open' || phase === 'live');
      button!.click();
      await room.whenReady();
    });
  }

  it('shows the start, the countdown and a calendar button before it', async () => {
    setClock(START - 12 * MINUTE);
    const room = addRoom({ ...SCHEDULE, loading: 'click' });
    await waitUntil(() => find(room, 'countdown'));
    const countdown = find(room, 'countdown')!;
    expect(countdown.querySelector('time')!.dateTime).to.equal(SCHEDULE.startsAt);
    expect(countdown.textContent).to.include('Starts in 12 minutes');
    const isElsewhere = new Date(START).getTimezoneOffset() !== -60;
    expect(/UTC\+1/.test(countdown.textContent)).to.equal(isElsewhere);
    expect(find(room, 'calendar-button')).to.exist;
  });

  it('fits into a box of a phone, with the toolbar', async () => {
    setClock(START - 120 * MINUTE);
    const room = addRoom({ ...SCHEDULE, startsAt: '2027-03-01T16:00-01:00', controls: true });
    room.style.width = '288px';
    await waitUntil(() => find(room, 'calendar-button'));
    const { scrollHeight, clientHeight } = panelOf(room)!;
    expect(clientHeight).to.be.below(320);
    expect(scrollHeight).to.equal(clientHeight);
  });

  it('fires phasechange, and opens by itself in the last minute', async () => {
    setClock(START - 2 * 60 * MINUTE);
    const room = addRoom(SCHEDULE);
    const events = collect<LivewebinarPhaseChangeEvent>(room, 'livewebinar-phasechange');
    await waitUntil(() => room.phase === 'early');
    moveClock(START - 30 * MINUTE);
    await waitUntil(() => room.phase === 'open');
    moveClock(START - 61_000);
    await room.updateComplete;
    expect(room.state).to.equal('idle');
    expect(await requestsFor(room.licenseKey)).to.have.length(0);
    moveClock(START);
    await room.whenReady();
    moveClock(START + 61 * MINUTE);
    await waitUntil(() => room.phase === 'ended');
    // The element does not close an open room at the end.
    expect(room.state).to.equal('ready');
    expect(events.map(({ phase, previousPhase }) => [previousPhase, phase])).to.deep.equal([
      [null, 'early'],
      ['early', 'open'],
      ['open', 'live'],
      ['live', 'ended'],
    ]);
  });

  for (const [moment, time, delay] of [
    ['before', START - 1, 40_000],
    ['after', START + 1, 1000],
  ] as const) {
    it(`retries ${delay / 1000} s later on average, ${moment} the start`, async () => {
      const { random } = Math;
      const setTimeout = window.setTimeout.bind(window);
      const delays: (number | undefined)[] = [];
      Math.random = () => 0.5;
      window.setTimeout = ((callback: () => void, milliseconds?: number) => {
        delays.push(milliseconds);
        return setTimeout(callback, milliseconds);
      }) as typeof window.setTimeout;
      try {
        setClock(time);
        const room = addRoom({ ...SCHEDULE, embedOrigin: 'http://localhost:9' });
        await oneEvent(room, 'livewebinar-error');
        expect(delays).to.include(delay);
        room.remove();
      } finally {
        window.setTimeout = setTimeout;
        Math.random = random;
      }
    });
  }

  it('opens soon after a laptop has slept over the start, even if no event tells so', async () => {
    const setTimeout = window.setTimeout.bind(window);
    const delays: number[] = [];
    window.setTimeout = ((callback: () => void, delay = 0) => {
      delays.push(delay);
      // A timer of the schedule fires at once when the clock has moved.
      return setTimeout(callback, delay > 20_000 ? 50 : delay);
    }) as typeof window.setTimeout;
    try {
      setClock(START - 10 * MINUTE);
      const room = addRoom(SCHEDULE);
      await waitUntil(() => room.phase === 'open');
      expect(room.state).to.equal('idle');
      setClock(START + MINUTE);
      await room.whenReady();
      expect(Math.max(...delays)).to.be.at.most(30_000);
    } finally {
      window.setTimeout = setTimeout;
    }
  });

  for (const [skew, offset, phase] of [
    [-5, 0, 'open'],
    [5, 0, 'live'],
    [-5, 60, 'live'],
    [5, 58, 'ended'],
  ] as const) {
    it(`lets visitors in ${offset} minutes after the start with a clock that is ${skew} minutes off`, async () => {
      setClock(START + (offset + skew) * MINUTE);
      const room = addRoom(SCHEDULE);
      await waitUntil(() => room.phase === phase);
      await room.updateComplete;
      if (phase !== 'live') {
        const [button] = [...panelOf(room)!.querySelectorAll('button')].filter(({ textContent }) =>
          /Join the room|Open the room anyway/.test(textContent),
        );
        button!.click();
      }
      await room.whenReady();
    });
  }

  it('does not open by itself after the end', async () => {
    setClock(START + 2 * 60 * MINUTE);
    const room = addRoom(SCHEDULE);
    await waitUntil(() => find(room, 'ended'));
    expect(room.state).to.equal('idle');
    expect(find(room, 'ended')!.textContent).to.include('This webinar has ended.');
    expect(await requestsFor(room.licenseKey)).to.have.length(0);
  });

  it('has no phase once it is no longer scheduled', async () => {
    setClock(START - 120 * MINUTE);
    const room = addRoom({ ...SCHEDULE, loading: 'click' });
    await waitUntil(() => room.phase === 'early');
    room.startsAt = '';
    room.endsAt = '';
    await room.updateComplete;
    expect(room.phase).to.equal(null);
    expect(find(room, 'join-button')).to.exist;
  });

  for (const [option, options] of [
    ['startsAt', { startsAt: '2027-03-01T18:00' }],
    ['startsAt', { startsAt: 'tomorrow' }],
    ['startsAt', { startsAt: '2027-02-30' }],
    ['endsAt', { startsAt: SCHEDULE.startsAt, endsAt: '19:00' }],
    ['endsAt', { startsAt: SCHEDULE.startsAt, endsAt: '2027-03-01T17:00+01:00' }],
    ['opensBefore', { startsAt: SCHEDULE.startsAt, opensBefore: NaN }],
    ['opensBefore', { startsAt: SCHEDULE.startsAt, opensBefore: -1 }],
  ] as const) {
    it(`is invalid and names ${option}: ${JSON.stringify(options)}`, async () => {
      const room = addRoom(options);
      await oneEvent(room, 'livewebinar-error');
      expect(room.error).to.include({ code: 'invalid-option' });
      expect(room.error!.message).to.include(option);
      expect(room.phase).to.equal(null);
    });
  }

  it('reports a wrong time once, and opens once it is right', async () => {
    setClock(START);
    const room = addRoom({ startsAt: 'tomorrow' });
    const errors = collect(room, 'livewebinar-error');
    await oneEvent(room, 'livewebinar-error');
    for (const label of ['A', 'B']) {
      room.label = label;
      await room.updateComplete;
    }
    expect(errors).to.have.length(1);
    room.startsAt = SCHEDULE.startsAt;
    await oneEvent(room, 'livewebinar-ready');
  });

  it('saves a calendar file without the role token', async () => {
    setClock(START - 12 * MINUTE);
    const room = addRoom({ ...SCHEDULE, loading: 'click', label: 'Open day', roleToken: 'ROLE1' });
    await waitUntil(() => find(room, 'calendar-button'));
    const createObjectURL = Object.getOwnPropertyDescriptor(URL, 'createObjectURL')!;
    let file: Blob | undefined;
    let name = '';
    URL.createObjectURL = (blob) => {
      file = blob as Blob;
      return '#';
    };
    const stop = (event: Event) => {
      name = (event.target as HTMLAnchorElement).download;
      event.preventDefault();
    };
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', stop, { once: true });
      this.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    };
    find(room, 'calendar-button')!.click();
    await waitUntil(() => name !== '');
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    Object.defineProperty(URL, 'createObjectURL', createObjectURL);
    const text = (await file!.text()).replace(/\r\n /g, '');
    expect(file!.type).to.equal('text/calendar');
    expect(name).to.equal('webinar.ics');
    expect(text).to.include('DTSTART:20270301T170000Z').and.to.include(room.licenseKey);
    expect(text).to.include('SUMMARY:Open day').and.to.not.include('ROLE1');
  });
});
