import { LivewebinarApiError } from './api-error.js';
import { checkServiceUrl } from './service-url.js';
import { Transport, type TransportOptions } from './transport.js';
import { badAnswer, textOf, unwrapObject } from './vendor-answer.js';

/** A registered application. Plain data, to be stored as a secret. */
export interface Application {
  name: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

/**
 * Registers an application, once for all (vendor contract: A). Never sent twice.
 *
 * @param application `redirectUri`: the `https:` address users come back to.
 * @param options.accessToken Whether LiveWebinar wants one here is unknown (?).
 * @throws {LivewebinarApiError} `conflict` if there is an application already.
 */
export async function registerApplication(
  application: { name: string; redirectUri: string },
  options: TransportOptions & { accessToken?: string; signal?: AbortSignal } = {},
): Promise<Application> {
  const { name, redirectUri } = application;
  const { accessToken, signal } = options;
  checkServiceUrl('redirectUri', redirectUri);
  try {
    const answer = await new Transport(options).send({
      method: 'POST',
      path: '/oauth/clients',
      fields: { name, redirect: redirectUri },
      ...(accessToken !== undefined && { accessToken }),
      signal,
    });
    const data = unwrapObject(answer, 'application');
    const clientId = textOf(data['client_id']);
    const clientSecret = textOf(data['client_secret']);
    if (!clientId || !clientSecret)
      throw badAnswer("There are no credentials in LiveWebinar's answer.");
    return {
      name,
      clientId,
      clientSecret,
      redirectUri: textOf(data['redirect_uri']) || redirectUri,
    };
  } catch (error) {
    // LiveWebinar says this with 500 (A).
    if (error instanceof LivewebinarApiError && /already exists/i.test(error.vendorMessage ?? '')) {
      throw new LivewebinarApiError('conflict', error.message, error);
    }
    throw error;
  }
}
