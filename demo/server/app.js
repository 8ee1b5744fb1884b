// @ts-check
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { LivewebinarApiError, LivewebinarClient } from 'livewebinar-room/api';
import { buildRoomUrl, parseRoomPath } from 'livewebinar-room/url';
import { fileURLToPath } from 'node:url';
import { HostLogin } from './host-login.js';
import { hostPage, loginPage, messagePage, roomPage } from './pages.js';
import { Rooms } from './rooms.js';

/** @param {string} path */
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Makes the application.
 *
 * - `/room/<license key>`: for everyone, as attendee.
 * - `/room/<license key>?_personal_token=…`: for the one person who was given this address.
 * - `/room/<license key>/host`: for the host, behind the login. The role token is looked up on the server
 *   and is in no address; only this page has it.
 * - `/`: the host's list of rooms.
 *
 * @param {import('./settings.js').Settings} settings
 */
export function createApp(settings) {
  const { origin, embedOrigin, roomOrigin } = settings;
  const login = new HostLogin(settings);
  const rooms = new Rooms(new LivewebinarClient(settings.client));
  const app = new Hono();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", embedOrigin],
        frameSrc: [embedOrigin, roomOrigin],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      permissionsPolicy: Object.fromEntries(
        ['camera', 'microphone', 'displayCapture', 'fullscreen', 'autoplay'].map((feature) => [
          feature,
          ['self', embedOrigin, roomOrigin],
        ]),
      ),
      // Addresses have personal tokens in them. With `no-referrer`, forms would lose their origin too.
      referrerPolicy: 'same-origin',
      strictTransportSecurity: origin.startsWith('https:'),
      xFrameOptions: 'DENY',
    }),
    csrf({ origin }),
    bodyLimit({ maxSize: 64 * 1024 }),
  );

  app.get(
    '/tag/*',
    serveStatic({
      root: at('../../dist/cdn'),
      rewriteRequestPath: (path) => path.slice('/tag'.length),
    }),
  );
  app.get('/server.css', serveStatic({ path: at('server.css') }));
  app.get('/favicon.ico', (context) => context.body(null, 204));

  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });

  app.get('/room/:licenseKey/host', async (context) => {
    if (!login.isHost(context)) return toLogin(context);
    const room = await rooms.find(context.req.param('licenseKey'));
    if (!room) return context.notFound();
    const link = { ...room.toRoomLink('host'), nickname: 'Host' };
    return context.html(roomPage(settings, { room, link, roomUrl: roomUrl(link) }));
  });

  app.get('/room/*', async (context) => {
    const link = parseRoomPath(context.req.url);
    // A role token in an address would work for everyone who gets to see it.
    const room = link && !link.roleToken ? await rooms.find(link.licenseKey) : undefined;
    if (!link || !room) return context.notFound();
    return context.html(roomPage(settings, { room, link, roomUrl: roomUrl(link) }));
  });

  app.get('/login', (context) =>
    context.html(loginPage(settings, { then: thenOf(context, origin) })),
  );

  app.post('/login', async (context) => {
    const { password } = await readForm(context);
    const then = thenOf(context, origin);
    const answer = login.logIn(context, password ?? '');
    if (answer === 'in') return context.redirect(then, 303);
    const page = loginPage(settings, { then, answer });
    return context.html(page, answer === 'wrong' ? 401 : 429);
  });

  app.post('/logout', (context) => {
    login.logOut(context);
    return context.redirect('/login', 303);
  });

  // From here on for the host alone.
  app.use(async (context, next) => (login.isHost(context) ? next() : toLogin(context)));

  /**
   * @param {import('hono').Context} context
   * @param {Partial<Parameters<typeof hostPage>[1]>} [shown]
   */
  const showRooms = async (context, shown) => {
    const list = (await rooms.list()).map((room) => ({
      room,
      invitations: rooms.invitations(room),
    }));
    return context.html(hostPage(settings, { list, ...shown }), shown?.refusal ? 422 : 200);
  };

  app.get('/', (context) => showRooms(context));

  app.post('/rooms', async (context) => {
    const values = await readForm(context);
    try {
      const { name = '', start, timeZone, duration } = values;
      await rooms.schedule({
        name,
        ...(start && { start, timeZone: timeZone ?? settings.timeZone }),
        ...(duration && { duration: Number(duration) }),
      });
    } catch (error) {
      return showRooms(context, { refusal: { text: refusalOf(error), form: 'schedule', values } });
    }
    return context.redirect('/', 303);
  });

  app.post('/room/:licenseKey/invitations', async (context) => {
    const room = await rooms.find(context.req.param('licenseKey'));
    if (!room) return context.notFound();
    const values = await readForm(context);
    const { email = '', firstName = '', lastName = '' } = values;
    const role = values.role === 'presenter' ? 'presenter' : 'attendee';
    try {
      await rooms.invite(room, { email, firstName, lastName, role });
    } catch (error) {
      return showRooms(context, { refusal: { text: refusalOf(error), form: room.id, values } });
    }
    return context.redirect(`/#room-${room.id}`, 303);
  });

  app.post('/room/:licenseKey/delete', async (context) => {
    const room = await rooms.find(context.req.param('licenseKey'));
    if (!room) return context.notFound();
    await rooms.delete(room);
    return context.redirect('/', 303);
  });

  app.notFound((context) =>
    context.html(messagePage(settings, 'Not found', 'There is no such page or room here.'), 404),
  );

  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    // The errors of the client have no secrets in them, so they can be logged as they are.
    console.error(error);
    const [status, text] =
      error instanceof LivewebinarApiError
        ? [502, 'LiveWebinar does not answer as it should. Please try again in a few minutes.']
        : [500, 'Something went wrong here.'];
    return context.html(messagePage(settings, 'Sorry', String(text)), status === 502 ? 502 : 500);
  });

  /** @param {import('livewebinar-room/url').RoomLink} link */
  const roomUrl = (link) => buildRoomUrl(link, { origin: roomOrigin });

  return app;
}

/** @param {import('hono').Context} context */
const toLogin = (context) =>
  context.redirect(
    context.req.method === 'GET' ? `/login?then=${encodeURIComponent(context.req.path)}` : '/login',
    303,
  );

/**
 * Returns the path to redirect to after the login. It always leads to this site.
 *
 * @param {import('hono').Context} context
 * @param {string} origin
 */
function thenOf(context, origin) {
  const url = resolve(context.req.query('then') ?? '/', origin);
  if (url?.origin !== origin) return '/';
  const path = url.pathname + url.search;
  // What is sent is resolved again: `/.//evil.example` has the path `//evil.example`, another site.
  return resolve(path, origin)?.href === origin + path ? path : '/';
}

/**
 * Resolves a URL as a browser does, which drops a tab between two slashes, for example.
 *
 * @param {string} url
 * @param {string} base
 */
const resolve = (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null);

/**
 * @param {import('hono').Context} context
 * @returns {Promise<Record<string, string | undefined>>}
 */
const readForm = async (context) =>
  Object.fromEntries(new URLSearchParams(await context.req.text()));

/**
 * Gives what to tell the host about parameters that were refused, and throws everything else again.
 *
 * @param {unknown} error
 */
function refusalOf(error) {
  if (!(error instanceof LivewebinarApiError)) throw error;
  if (error.code !== 'invalid-option' && error.code !== 'invalid-request') throw error;
  return error.vendorMessage ?? error.message;
}
