import { LivewebinarApiError } from './api-error.js';
import {
  checkCallOptions,
  checkObject,
  checkProperties,
  checkString,
  checkText,
} from './check-argument.js';
import { checkUrl } from './check-url.js';
import { encodeRequest } from './encode-request.js';
import { Transport, type TransportOptions } from './transport.js';
import { invalidResponse, readText, unwrapObject } from './vendor-response.js';

/** A registered application. Plain data; store it like a password. */
export interface Application {
  name: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

/**
 * Registers an application. Do this once. The request is retried only after a 429.
 *
 * @param application `redirectUri`: the `https:` URL to which users are redirected after they authorize it.
 * @param options `accessToken`: an access token. Whether LiveWebinar requires one is not documented.
 * @throws {LivewebinarApiError} `conflict` if the application exists already.
 * @example
 * const { clientId, clientSecret } = await registerApplication({
 *   name: 'Webinars',
 *   redirectUri: 'https://webinars.example.com/authorized',
 * });
 */
export async function registerApplication(
  application: { name: string; redirectUri: string },
  options: TransportOptions & { accessToken?: string; signal?: AbortSignal } = {},
): Promise<Application> {
  checkObject('application', application);
  checkCallOptions(options);
  checkProperties('options', options, { accessToken: checkString });
  const { name, redirectUri } = application;
  const { accessToken, signal } = options;
  checkText('name', name);
  checkUrl('redirectUri', redirectUri);
  const request = encodeRequest({
    method: 'POST',
    path: '/oauth/clients',
    fields: { name, redirect: redirectUri },
    signal,
  });
  try {
    const response = await new Transport(options).send(request, accessToken);
    const data = unwrapObject(response, 'application');
    const clientId = readText(data['client_id']);
    const clientSecret = readText(data['client_secret']);
    if (!clientId || !clientSecret) {
      throw invalidResponse("LiveWebinar's response contains no credentials.");
    }
    return {
      name,
      clientId,
      clientSecret,
      redirectUri: readText(data['redirect_uri']) || redirectUri,
    };
  } catch (error) {
    // LiveWebinar responds with 500 if the application exists already.
    if (error instanceof LivewebinarApiError && /already exists/i.test(error.vendorMessage ?? '')) {
      throw new LivewebinarApiError('conflict', error.message, error);
    }
    throw error;
  }
}
