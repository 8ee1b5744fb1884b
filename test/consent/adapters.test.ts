import { expect } from '@open-wc/testing';
import {
  cookiebot,
  customConsent,
  klaro,
  LivewebinarError,
  oneTrust,
  usercentrics,
  wpConsentApi,
  type ConsentAdapter,
} from '../../src/consent/index.js';
import { collectWarnings } from '../support/collect-warnings.js';
import { nextTask } from '../support/room.js';
import { MANAGERS, StandInKlaro } from './stand-in-managers.js';

const globals = window as unknown as Record<string, unknown>;

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** Runs an adapter until the test is over. */
function record(adapter: ConsentAdapter): boolean[] {
  const reports: boolean[] = [];
  stops.push(adapter((consent) => reports.push(consent)));
  return reports;
}

/** The result of the reports for `bindConsent()`: the last one. */
const last = (reports: boolean[]) => reports.at(-1) ?? false;

describe('consent adapters', () => {
  afterEach(() => MANAGERS.forEach((manager) => manager.remove()));

  for (const manager of MANAGERS) {
    describe(manager.name, () => {
      it('reports a decision of an earlier visit', async () => {
        manager.install(true);
        const reports = record(manager.createAdapter());
        await nextTask();
        expect(last(reports)).to.be.true;
      });

      it('reports it as well if the manager loads later', async () => {
        const reports = record(manager.createAdapter());
        await nextTask();
        expect(reports).to.deep.equal([]);
        manager.install(true);
        await nextTask();
        expect(last(reports)).to.be.true;
      });

      it('reports no consent before the visitor decides', async () => {
        manager.install(undefined);
        const reports = record(manager.createAdapter());
        await nextTask();
        expect(last(reports)).to.be.false;
      });

      it('reports consent, refusal and withdrawal', async () => {
        manager.install(undefined);
        const reports = record(manager.createAdapter());
        for (const consent of [false, true, false, true]) {
          manager.decide(consent);
          await nextTask();
          expect(last(reports)).to.equal(consent);
        }
      });

      it('reports nothing after it was stopped', async () => {
        manager.install(false);
        const reports: boolean[] = [];
        manager.createAdapter()((consent) => reports.push(consent))();
        manager.decide(true);
        await nextTask();
        expect(reports).to.not.include(true);
      });
    });
  }
});

describe('cookiebot', () => {
  afterEach(() => delete globals.Cookiebot);

  it('reads the given category', async () => {
    globals.Cookiebot = { consent: { preferences: true, marketing: false } };
    const reports = record(cookiebot({ category: 'preferences' }));
    await nextTask();
    expect(reports).to.deep.equal([true]);
  });
});

describe('oneTrust', () => {
  afterEach(() => delete globals.OnetrustActiveGroups);

  it('compares whole IDs', async () => {
    globals.OnetrustActiveGroups = ',C00041,';
    const reports = record(oneTrust({ category: 'C0004' }));
    await nextTask();
    expect(reports).to.deep.equal([false]);
  });
});

describe('usercentrics', () => {
  afterEach(() => delete globals.__ucCmp);

  it('warns about a service that the account does not have', async () => {
    globals.__ucCmp = {
      isInitialized: () => Promise.resolve(true),
      getConsentDetails: () => Promise.resolve({ services: {} }),
    };
    const warnings = await collectWarnings(() => record(usercentrics({ service: 'Livewebinar' })));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('Usercentrics has no service Livewebinar');
  });

  it('does not report a slow response after a newer one', async () => {
    const responses: ((given: boolean) => void)[] = [];
    globals.__ucCmp = {
      isInitialized: () => Promise.resolve(true),
      getConsentDetails: () =>
        new Promise((resolve) => {
          responses.push((given) =>
            resolve({ services: { a: { name: 'LiveWebinar', consent: { given } } } }),
          );
        }),
    };
    const reports = record(usercentrics({ service: 'LiveWebinar' }));
    await nextTask();
    dispatchEvent(new Event('UC_CONSENT'));
    await nextTask();
    responses[1]!(false);
    await nextTask();
    responses[0]!(true);
    await nextTask();
    expect(reports).to.deep.equal([false]);
  });
});

describe('klaro', () => {
  it('takes the manager of an imported Klaro', async () => {
    const manager = new StandInKlaro();
    const reports = record(klaro({ service: 'livewebinar', manager }));
    await nextTask();
    manager.saveAndApplyConsents();
    expect(last(reports)).to.be.true;
  });

  it('does not report a switch that the visitor has not saved', async () => {
    const manager = new StandInKlaro();
    manager.saveAndApplyConsents();
    const reports = record(klaro({ service: 'livewebinar', manager }));
    await nextTask();
    manager.updateConsent('livewebinar', false);
    expect(last(reports)).to.be.true;
    manager.saveAndApplyConsents();
    expect(last(reports)).to.be.false;
  });

  it('warns about a service that the configuration does not have', async () => {
    const manager = new StandInKlaro();
    const warnings = await collectWarnings(() => record(klaro({ service: 'webinar', manager })));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('Klaro has no service webinar');
  });
});

describe('wpConsentApi', () => {
  afterEach(() => {
    delete globals.wp_has_consent;
    delete globals.waitfor_consent_hook;
    delete globals.wp_consent_type;
  });

  it('waits until the consent type is known', async () => {
    // Without a consent type, the API returns true.
    globals.wp_has_consent = () => globals.wp_consent_type === undefined;
    globals.waitfor_consent_hook = '1';
    const reports = record(wpConsentApi());
    await nextTask();
    expect(reports).to.deep.equal([]);
    globals.wp_consent_type = 'optin';
    document.dispatchEvent(new Event('wp_consent_type_defined'));
    await nextTask();
    expect(reports).to.deep.equal([false]);
  });
});

const WRONG: [option: string, create: () => unknown][] = [
  ['category', () => cookiebot({ category: 'Marketing' as 'marketing' })],
  ['category', () => oneTrust({ category: '' })],
  ['category', () => wpConsentApi({ category: 1 as unknown as string })],
  ['service', () => klaro({} as { service: string })],
  ['service', () => usercentrics(undefined as unknown as { service: string })],
  ['hasConsent', () => customConsent(undefined as unknown as Parameters<typeof customConsent>[0])],
  ['events', () => customConsent({ hasConsent: () => true, events: [] })],
];

describe('options of consent adapters', () => {
  for (const [option, create] of WRONG) {
    it(`names ${option} if it cannot work: ${create.toString().slice(6, 40)}`, () => {
      let error: unknown;
      try {
        create();
      } catch (thrown) {
        error = thrown;
      }
      expect(error).to.be.instanceOf(LivewebinarError);
      expect((error as LivewebinarError).code).to.equal('invalid-option');
      expect((error as LivewebinarError).message).to.match(new RegExp(`^${option} `));
    });
  }
});
