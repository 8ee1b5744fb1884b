export { LivewebinarError, type LivewebinarErrorCode } from '../errors.js';
export { bindConsent, type BindConsentOptions } from './bind-consent.js';
export type { Consent, ConsentAdapter } from './consent-adapter.js';
export { cookiebot, type CookiebotCategory } from './cookiebot.js';
export { customConsent } from './custom-consent.js';
export { klaro, type KlaroManager, type KlaroWatcher } from './klaro.js';
export { oneTrust } from './one-trust.js';
export { usercentrics } from './usercentrics.js';
export { wpConsentApi } from './wp-consent-api.js';
