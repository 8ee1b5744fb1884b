import {
  cookiebot,
  customConsent,
  klaro,
  oneTrust,
  usercentrics,
  wpConsentApi,
  type ConsentAdapter,
  type KlaroManager,
  type KlaroWatcher,
} from '../../src/consent/index.js';

/** Simulates a consent manager as far as its API is documented. */
export interface StandInManager {
  readonly name: string;
  createAdapter(): ConsentAdapter;
  /** What the manager's script does when it loads. `undefined`: the visitor has not decided. */
  install(consent: boolean | undefined): void;
  /** What happens when the visitor decides. */
  decide(consent: boolean): void;
  /** Removes the globals. */
  remove(): void;
}

const globals = window as unknown as Record<string, unknown>;

const dispatch = (name: string, target: EventTarget = window, detail?: unknown) =>
  target.dispatchEvent(new CustomEvent(name, { detail }));

const cookiebotManager: StandInManager = {
  name: 'Cookiebot',
  createAdapter: () => cookiebot(),
  install(consent = false) {
    globals.Cookiebot = { consent: { necessary: true, marketing: consent } };
    if (consent) dispatch('CookiebotOnConsentReady');
  },
  decide(consent) {
    globals.Cookiebot = { consent: { necessary: true, marketing: consent } };
    dispatch(consent ? 'CookiebotOnAccept' : 'CookiebotOnDecline');
  },
  remove: () => delete globals.Cookiebot,
};

const oneTrustManager: StandInManager = {
  name: 'OneTrust',
  createAdapter: () => oneTrust(),
  install: (consent = false) => oneTrustManager.decide(consent),
  decide(consent) {
    const groups = consent ? ['C0001', 'C0004'] : ['C0001'];
    globals.OnetrustActiveGroups = `,${groups.join(',')},`;
    dispatch('OneTrustGroupsUpdated', window, groups);
  },
  remove: () => delete globals.OnetrustActiveGroups,
};

const usercentricsManager: StandInManager = {
  name: 'Usercentrics',
  createAdapter: () => usercentrics({ service: 'LiveWebinar' }),
  install(consent = false) {
    const details = {
      services: {
        xyz: { name: 'LiveWebinar', consent: { given: consent } },
        abc: { name: 'Other', consent: { given: !consent } },
      },
    };
    globals.__ucCmp = {
      isInitialized: () => Promise.resolve(true),
      getConsentDetails: () => Promise.resolve(details),
    };
    dispatch('UC_UI_INITIALIZED');
  },
  decide(consent) {
    usercentricsManager.install(consent);
    dispatch('UC_CONSENT');
    dispatch('UC_UI_CMP_EVENT', window, { type: consent ? 'ACCEPT_ALL' : 'DENY_ALL' });
  },
  remove: () => delete globals.__ucCmp,
};

const usercentrics2Manager: StandInManager = {
  name: 'Usercentrics 2',
  createAdapter: () => usercentrics({ service: 'xyz' }),
  install(consent = false) {
    globals.UC_UI = {
      isInitialized: () => true,
      getServicesBaseInfo: () => [{ id: 'xyz', name: 'LiveWebinar', consent: { status: consent } }],
    };
    dispatch('UC_UI_INITIALIZED');
  },
  decide(consent) {
    dispatch('UC_UI_CMP_EVENT', window, { type: consent ? 'ACCEPT_ALL' : 'DENY_ALL' });
    usercentrics2Manager.install(consent);
    dispatch('UC_UI_VIEW_CHANGED');
  },
  remove: () => delete globals.UC_UI,
};

/** The `ConsentManager` of Klaro. */
export class StandInKlaro implements KlaroManager {
  confirmed = false;
  consents: Record<string, boolean> = { livewebinar: true };
  readonly watchers = new Set<KlaroWatcher>();

  getConsent(service: string): boolean {
    return this.consents[service] ?? false;
  }

  watch(watcher: KlaroWatcher): void {
    this.watchers.add(watcher);
  }

  unwatch(watcher: KlaroWatcher): void {
    this.watchers.delete(watcher);
  }

  notify(name: string): void {
    for (const watcher of this.watchers) watcher.update(this, name);
  }

  updateConsent(service: string, consent: boolean): void {
    this.consents[service] = consent;
    this.notify('consents');
  }

  saveAndApplyConsents(): void {
    this.confirmed = true;
    this.notify('saveConsents');
    this.notify('applyConsents');
  }
}

const klaroManager: StandInManager & { manager: StandInKlaro } = {
  name: 'Klaro',
  manager: new StandInKlaro(),
  createAdapter: () => klaro({ service: 'livewebinar' }),
  install(consent) {
    const manager = (klaroManager.manager = new StandInKlaro());
    if (consent !== undefined) {
      Object.assign(manager, { confirmed: true, consents: { livewebinar: consent } });
    }
    globals.klaro = { getManager: () => manager };
    // Klaro dispatches no event, but its script has loaded.
    const script = document.createElement('script');
    document.head.append(script);
    dispatch('load', script);
    script.remove();
  },
  decide(consent) {
    klaroManager.manager.updateConsent('livewebinar', consent);
    klaroManager.manager.saveAndApplyConsents();
  },
  remove: () => delete globals.klaro,
};

const wordPressManager: StandInManager = {
  name: 'WP Consent API',
  createAdapter: () => wpConsentApi(),
  install(consent = false) {
    globals.wp_has_consent = (category: string) => category === 'marketing' && consent;
    globals.wp_consent_type = 'optin';
    dispatch('wp_consent_type_defined', document);
  },
  decide(consent) {
    globals.wp_has_consent = (category: string) => category === 'marketing' && consent;
    dispatch('wp_listen_for_consent_change', document, { marketing: consent ? 'allow' : 'deny' });
  },
  remove() {
    delete globals.wp_has_consent;
    delete globals.wp_consent_type;
  },
};

const otherManager: StandInManager = {
  name: 'another consent manager',
  createAdapter: () =>
    customConsent({
      hasConsent: () => globals.acmeConsent as boolean | undefined,
      events: ['acme:consent'],
    }),
  install: (consent = false) => otherManager.decide(consent),
  decide(consent) {
    globals.acmeConsent = consent;
    dispatch('acme:consent', document.body);
  },
  remove: () => delete globals.acmeConsent,
};

/** One stand-in for each adapter. */
export const MANAGERS: readonly StandInManager[] = [
  cookiebotManager,
  oneTrustManager,
  usercentricsManager,
  usercentrics2Manager,
  klaroManager,
  wordPressManager,
  otherManager,
];
