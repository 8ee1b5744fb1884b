import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { isLoopback } from '../../src/url/is-loopback.js';

/** Milliseconds until the site goes on without a stand-in. */
const TIMEOUT_MS = 10_000;

/** Port of the preview server, which starts the stand-in as the development server does. */
const PREVIEW_PORT = '4173';

/** Whether the stand-in of the development server runs. Only a page on this machine may ask. */
async function hasLocalServer(): Promise<boolean> {
  if (!isLoopback(location.hostname)) return false;
  if (import.meta.env.DEV || location.port === PREVIEW_PORT) return true;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return (await fetch(`${STAND_IN_ORIGIN}/stand-in/avatar.svg`, { signal })).ok;
  } catch {
    return false;
  }
}

/** Starts the service worker that is the stand-in on any other host, and waits until it controls the page. */
async function startWorker(): Promise<boolean> {
  const { serviceWorker } = navigator;
  // There is none on an insecure page, and no built worker on the development server.
  if (!serviceWorker || import.meta.env.DEV) return false;
  try {
    await serviceWorker.register(new URL('stand-in-worker.js', siteUrl()));
    const { active } = await serviceWorker.ready;
    if (serviceWorker.controller) return true;
    return await new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true });
      setTimeout(() => resolve(false), TIMEOUT_MS);
      active!.postMessage('claim');
    });
  } catch {
    return false;
  }
}

/** URL of the site's root folder. */
const siteUrl = (): URL => new URL(document.documentElement.dataset.site ?? '.', location.href);

/**
 * Makes the iframes of rooms reach the service worker, which responds within the site's folder and to
 * documents with a URL only: the element opens rooms at the root of a host, and isolates them in
 * documents without a URL.
 */
function adaptIframes(): void {
  const { href, origin } = siteUrl();
  const createElement = document.createElement.bind(document);
  document.createElement = (tagName: string, options?: ElementCreationOptions) => {
    const element = createElement(tagName, options);
    if (element instanceof HTMLIFrameElement) {
      element.src = `${href}stand-in/blank`;
      Object.defineProperty(element, 'src', {
        get: () => element.getAttribute('src'),
        set: (url: string) => {
          const isOutside = url.startsWith(`${origin}/`) && !url.startsWith(href);
          element.setAttribute('src', isOutside ? href + url.slice(origin.length + 1) : url);
        },
      });
    }
    return element;
  };
}

/** A stand-in for LiveWebinar that responds. */
export interface StandInPlace {
  readonly origin: string;
  /** Whether `/room/…` is the room page. */
  readonly hasRoomPage: boolean;
}

/** Finds the stand-in for LiveWebinar, and starts it if necessary; `undefined` if there is none. */
export async function findStandIn(): Promise<StandInPlace | undefined> {
  if (await hasLocalServer()) {
    return { origin: STAND_IN_ORIGIN, hasRoomPage: true };
  }
  if (!(await startWorker())) return undefined;
  adaptIframes();
  return { origin: location.origin, hasRoomPage: siteUrl().pathname === '/' };
}
