import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { LivewebinarError } from '../../src/errors.js';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { Attempt } from '../../src/session/attempt.js';
import { watchPolicyReports } from '../../src/session/policy-reports.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { addRoom, uniqueKey } from '../support/room.js';

const ORIGIN = 'https://embed.livewebinar.com';
const SCRIPT = `${ORIGIN}/em?_license_key=1`;

interface Observer {
  readonly report: (reports: unknown[]) => void;
  readonly types: string[];
  isObserving: boolean;
}

/** Watches a window with simulated reports: real ones require headers that test pages do not have. */
function watch() {
  const observers: Observer[] = [];
  class ReportingObserver implements Observer {
    readonly report;
    readonly types;
    isObserving = false;
    constructor(report: Observer['report'], { types }: { types: string[] }) {
      this.report = report;
      this.types = types;
      observers.push(this);
    }
    observe() {
      this.isObserving = true;
    }
    disconnect() {
      this.isObserving = false;
    }
  }
  const controller = new AbortController();
  const errors: LivewebinarError[] = [];
  const attempt = {
    signal: controller.signal,
    fail: (error) => void errors.push(error),
  } as Partial<Attempt> as Attempt;
  watchPolicyReports({ ReportingObserver } as unknown as Window, [ORIGIN], attempt);
  const [observer] = observers;
  return { observer: observer!, controller, errors };
}

describe('watchPolicyReports', () => {
  it('observes both policies until the attempt ends', () => {
    const { observer, controller } = watch();
    expect(observer.types).to.deep.equal(['integrity-violation', 'coep']);
    expect(observer.isObserving).to.equal(true);
    controller.abort();
    expect(observer.isObserving).to.equal(false);
  });

  it('does nothing in a browser without ReportingObserver', () => {
    expect(() => watchPolicyReports({} as Window, [ORIGIN], {} as Attempt)).to.not.throw();
  });

  const failures: [name: string, report: object, policy: string][] = [
    [
      'the embed script',
      { type: 'integrity-violation', body: { blockedURL: SCRIPT } },
      'The Integrity-Policy of this page',
    ],
    [
      'the second script',
      { type: 'integrity-violation', body: { blockedURL: `${ORIGIN}/widget/wea/wea.min.js` } },
      'mode="iframe"',
    ],
    [
      'the iframe',
      {
        type: 'coep',
        body: { blockedURL: `${ORIGIN}/1`, destination: 'iframe', disposition: 'enforce' },
      },
      'The Cross-Origin-Embedder-Policy of this page',
    ],
  ];
  for (const [name, report, policy] of failures) {
    it(`fails the attempt if a policy blocks ${name}`, () => {
      const { observer, errors } = watch();
      observer.report([{ toJSON: () => report }]);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include({ code: 'script-blocked' });
      expect(errors[0]!.message).to.include(policy);
    });
  }

  for (const [name, body] of [
    ['of an image', { blockedURL: `${ORIGIN}/logo.png`, destination: 'image' }],
    ['of another origin', { blockedURL: 'https://x.example/em', destination: 'script' }],
    ['of an iframe of another origin', { blockedURL: 'https://x.example/', destination: 'iframe' }],
    ['without a URL', { destination: 'iframe' }],
    ['of a policy that only reports', { blockedURL: SCRIPT, reportOnly: true }],
    ['of an embedder policy that only reports', { blockedURL: SCRIPT, disposition: 'reporting' }],
  ] as const) {
    it(`ignores a report ${name}`, () => {
      const { observer, errors } = watch();
      observer.report([{ type: 'coep', body }]);
      expect(errors).to.deep.equal([]);
    });
  }
});

describe('a room', () => {
  const original = Object.getOwnPropertyDescriptor(window, 'ReportingObserver');
  let observers: ((reports: object[]) => void)[];
  beforeEach(() => {
    observers = [];
    Object.defineProperty(window, 'ReportingObserver', {
      configurable: true,
      value: class {
        constructor(callback: (reports: object[]) => void) {
          observers.push(callback);
        }
        observe() {}
        disconnect() {}
      },
    });
  });
  afterEach(() => {
    if (original) Object.defineProperty(window, 'ReportingObserver', original);
    else Reflect.deleteProperty(window, 'ReportingObserver');
  });

  for (const [options, body] of [
    [{}, { blockedURL: `${STAND_IN_ORIGIN}/em` }],
    [{ isolated: true }, { blockedURL: `${STAND_IN_ORIGIN}/em` }],
    [{ mode: 'iframe' as const }, { blockedURL: STAND_IN_ORIGIN, destination: 'iframe' }],
  ] as const) {
    it(`fails if a policy without an event blocks it: ${JSON.stringify(options)}`, async () => {
      const room = addRoom({ ...options, licenseKey: uniqueKey('fault-script-hangs') });
      const failed = oneEvent<LivewebinarErrorEvent>(room, 'livewebinar-error');
      await waitUntil(() => observers.length > 0);
      for (const report of observers) report([{ type: 'coep', body }]);
      expect((await failed).error).to.include({ code: 'script-blocked' });
    });
  }
});
