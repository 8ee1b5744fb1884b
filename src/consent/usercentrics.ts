import {
  checkText,
  createAdapter,
  warnAboutService,
  type Consent,
  type ConsentAdapter,
} from './consent-adapter.js';

/** The part of version 3 that the adapter reads. */
interface ConsentDetails {
  readonly services: Readonly<
    Record<string, { readonly name: string; readonly consent?: { readonly given: boolean } }>
  >;
}

/** The part of version 2 that the adapter reads. */
interface ServiceInfo {
  readonly id: string;
  readonly name: string;
  readonly consent?: { readonly status: boolean };
}

type UsercentricsWindow = Window & {
  __ucCmp?: {
    isInitialized(): Promise<boolean>;
    getConsentDetails(): Promise<ConsentDetails>;
  };
  UC_UI?: { isInitialized?(): boolean; getServicesBaseInfo?(): readonly ServiceInfo[] };
};

/** A service in either version. */
interface Service {
  readonly id: string;
  readonly name: string;
  readonly isAccepted: boolean;
}

/** Returns the services of the account, or `undefined` if Usercentrics is not ready. */
async function readServices(): Promise<Service[] | undefined> {
  const { __ucCmp, UC_UI } = window as UsercentricsWindow;
  if (__ucCmp) {
    if (!(await __ucCmp.isInitialized())) return undefined;
    const { services } = await __ucCmp.getConsentDetails();
    return Object.entries(services).map(([id, { name, consent }]) => ({
      id,
      name,
      isAccepted: consent?.given ?? false,
    }));
  }
  if (!UC_UI?.isInitialized?.()) return undefined;
  return UC_UI.getServicesBaseInfo?.().map(({ id, name, consent }) => ({
    id,
    name,
    isAccepted: consent?.status ?? false,
  }));
}

/**
 * Creates the adapter for [Usercentrics](https://usercentrics.com/docs/web/), versions 2 and 3.
 *
 * @param options.service Name or ID of the service that opens the room. Add LiveWebinar to the services
 * of your account.
 * @throws {LivewebinarError} `invalid-option` if the service is missing.
 * @example
 * bindConsent(usercentrics({ service: 'LiveWebinar' }));
 */
export function usercentrics(options: { readonly service: string }): ConsentAdapter {
  const wanted = checkText('service', options?.service, 'LiveWebinar');
  let hasWarned = false;

  async function readConsent(): Promise<Consent> {
    const services = await readServices();
    const found = services?.find(({ id, name }) => id === wanted || name === wanted);
    if (services && !found && !hasWarned) {
      hasWarned = true;
      warnAboutService('Usercentrics', wanted);
    }
    return services && (found?.isAccepted ?? false);
  }
  return createAdapter(readConsent, [
    'UC_UI_INITIALIZED',
    'UC_CONSENT',
    'UC_UI_CMP_EVENT',
    // In version 2, the banner closes once the decision is saved.
    'UC_UI_VIEW_CHANGED',
  ]);
}
