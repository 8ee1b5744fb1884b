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
import { formatInZone } from './format-in-zone.js';
import { HostLogin } from './host-login.js';
import { hostPage } from './pages/host-page.js';
import { loginPage } from './pages/login-page.js';
import { messagePage } from './pages/message-page.js';
import { recordingsPage } from './pages/recordings-page.js';
import { roomPage } from './pages/room-page.js';
import { Rooms } from './rooms.js';
import { buildTagFiles } from './tag-files.js';
import { findTimeZone } from './time-zones.js';

/** @import { Context } from 'hono' */
/** @import { Room } from 'livewebinar-room/api' */
/** @import { RoomLink } from 'livewebinar-room/url' */
/** @import { Rejection } from './pages/host-page.js' */

/** @typedef {Record<string, string | undefined>} FormValues */

const ASSETS = fileURLToPath(new URL('.', import.meta.url));
const MAX_BODY_BYTES = 64 * 1024;

/**
 * Creates the application.
 *
 * - `/room/<license key>`: for everyone, as attendee.
 * - `/room/<license key>?_personal_token=…` or `_password_token=…`: for the person who was given the link.
 * - `/room/<license key>/host`: for the host, after the login. The role token is looked up on the server
 *   and is in no URL; only this page contains it.
 * - `/`, `/room/<license key>/recordings`: for the host.
 *
 * @param {import('./settings.js').Settings} settings
 */
export function createApp(settings) {
  const { origin, embedOrigin, roomOrigin } = settings;
  const login = new HostLogin(settings);
  const rooms = new Rooms(new LivewebinarClient(settings.client), settings.timeouts);
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
      // URLs contain personal tokens. With `no-referrer`, forms would lose their origin as well.
      referrerPolicy: 'same-origin',
      strictTransportSecurity: origin.startsWith('https:'),
      xFrameOptions: 'DENY',
    }),
    csrf({ origin }),
    bodyLimit({ maxSize: MAX_BODY_BYTES }),
  );

  /** @type {Promise<Map<string, string>> | null} */
  let tagFiles = null;
  app.get('/tag/*', async (context) => {
    tagFiles ??= buildTagFiles();
    const file = (await tagFiles).get(context.req.path.slice('/tag/'.length));
    if (file === undefined) return context.notFound();
    return context.body(file, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  app.get('/server.css', serveStatic({ root: ASSETS }));
  app.get('/browser/*', serveStatic({ root: ASSETS }));
  app.get('/favicon.ico', (context) => context.body(null, 204));

  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });

  app.get('/login', (context) =>
    context.html(loginPage(settings, { then: redirectTarget(context, origin) })),
  );

  app.post('/login', async (context) => {
    const { password } = await readForm(context);
    const then = redirectTarget(context, origin);
    const result = login.logIn(context, password ?? '');
    if (result.isLoggedIn) return context.redirect(then, 303);
    const { retryAfter } = result;
    if (retryAfter > 0) context.header('Retry-After', String(retryAfter));
    const page = loginPage(settings, { then, failure: result });
    return context.html(page, retryAfter > 0 ? 429 : 401);
  });

  app.post('/logout', (context) => {
    login.logOut(context);
    return context.redirect('/login', 303);
  });

  /** @type {import('hono').MiddlewareHandler} */
  const forHost = async (context, next) => {
    if (login.isHost(context)) return next();
    const { method, path } = context.req;
    return context.redirect(
      method === 'GET' ? `/login?then=${encodeURIComponent(path)}` : '/login',
      303,
    );
  };

  app.get('/room/:licenseKey/host', forHost, async (context) => {
    const room = await rooms.find(context.req.param('licenseKey'));
    if (!room) return context.notFound();
    const link = { ...room.toRoomLink('host'), nickname: 'Host' };
    return context.html(roomPage(settings, { room, link, roomUrl: room.hostUrl || roomUrl(link) }));
  });

  app.get('/room/:licenseKey/recordings', forHost, async (context) => {
    const room = await rooms.find(context.req.param('licenseKey'));
    if (!room) return context.notFound();
    const recordings = await rooms.recordings(room);
    return context.html(recordingsPage(settings, { room, recordings }));
  });

  app.get('/room/*', async (context) => {
    const link = parseRoomPath(context.req.url);
    // Everyone who sees a URL with a role token could enter as host.
    if (!link || link.roleToken) return context.notFound();
    let room;
    try {
      room = await rooms.find(link.licenseKey);
    } catch (error) {
      console.error(error);
      return context.html(unverifiedPage(link), 503, { 'Retry-After': '60' });
    }
    if (!room) return context.notFound();
    return context.html(
      roomPage(settings, {
        room,
        link,
        roomUrl: roomUrl(link),
        times: timesOf(room, settings.timeZone),
      }),
    );
  });

  // Everything below is for the host only.
  app.use(forHost);

  /**
   * @param {Context} context
   * @param {Rejection} [rejection]
   */
  const showRooms = async (context, rejection) => {
    // A form waited for LiveWebinar already.
    const list = (rejection && rooms.lastList) || (await rooms.list());
    const guests = (/** @type {Room} */ room) => rooms.guests(room);
    const page = hostPage(settings, { list, guests, ...(rejection && { rejection }) });
    return context.html(page, rejection ? 422 : 200);
  };

  app.get('/', (context) => showRooms(context));

  app.post('/rooms', async (context) => {
    const values = await readForm(context);
    const { name = '', start, duration, password } = values;
    const reject = (/** @type {string} */ text) =>
      showRooms(context, { text, form: 'schedule', values });
    const timeZone = findTimeZone(values.timeZone || settings.timeZone);
    if (!timeZone) return reject('There is no such time zone. Choose one from the list.');
    if (start && start < formatInZone(new Date(), timeZone)) {
      return reject('The start is in the past. Check the date and the time zone.');
    }
    try {
      await rooms.schedule({
        name,
        ...(start && { start, timeZone }),
        ...(duration && { duration: Number(duration) }),
        ...(password && { password }),
      });
    } catch (error) {
      return reject(describe(error));
    }
    return context.redirect('/', 303);
  });

  /**
   * Adds a form of a room's card.
   *
   * @param {string} path
   * @param {Rejection['form']} form
   * @param {(room: Room, values: FormValues) => Promise<void>} submit
   */
  const roomForm = (path, form, submit) =>
    app.post(`/room/:licenseKey/${path}`, async (context) => {
      const room = await rooms.find(context.req.param('licenseKey') ?? '');
      if (!room) return context.notFound();
      const values = await readForm(context);
      try {
        await submit(room, values);
      } catch (error) {
        return showRooms(context, { text: describe(error), form, roomId: room.id, values });
      }
      return context.redirect(form === 'delete' ? '/' : `/#room-${room.id}`, 303);
    });

  roomForm('invitations', 'invite', (room, values) => {
    const { email = '', firstName = '', lastName = '' } = values;
    const role = values.role === 'presenter' ? 'presenter' : 'attendee';
    return rooms.invite(room, { email, firstName, lastName, role });
  });
  roomForm('tokens', 'tokens', (room, { amount }) => rooms.createTokens(room, Number(amount)));
  roomForm('delete', 'delete', (room) => rooms.delete(room));

  app.notFound((context) => {
    const message = { title: 'Not found', text: 'There is no such page or room here.' };
    return context.html(messagePage(settings, message), 404);
  });

  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    // Errors of the client contain no secrets.
    console.error(error);
    const text = describe(error);
    return context.html(messagePage(settings, { title: 'Something went wrong', text }), 502);
  });

  /** @param {RoomLink} link */
  const roomUrl = (link) => buildRoomUrl(link, { origin: roomOrigin });

  /**
   * The page for a link whose room cannot be looked up. It is not shown under the name of this site, as it
   * may be a room of somebody else.
   *
   * @param {RoomLink} link
   */
  const unverifiedPage = (link) =>
    messagePage(settings, {
      title: 'The room cannot be shown here right now',
      text: 'LiveWebinar cannot be reached. Reload this page in a few minutes, or open the room at LiveWebinar.',
      link: { url: roomUrl(link), label: 'Open the room at LiveWebinar' },
    });

  return app;
}

/**
 * Returns when a room starts and ends, which the tag shows to those who come early. The offset is that of
 * the organizer, whose time the tag adds if it differs from the visitor's.
 *
 * @param {Room} room
 * @param {string} defaultTimeZone Time zone of a room without one.
 */
function timesOf({ start, duration, timeZone }, defaultTimeZone) {
  const format = (/** @type {number} */ time) =>
    formatInZone(new Date(time), timeZone || defaultTimeZone);
  return {
    'starts-at': start ? format(start.getTime()) : undefined,
    'ends-at': start && duration ? format(start.getTime() + duration * 60_000) : undefined,
  };
}

/**
 * Returns the path to redirect to after the login. It always leads to this site.
 *
 * @param {Context} context
 * @param {string} origin
 */
function redirectTarget(context, origin) {
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
 * @param {Context} context
 * @returns {Promise<FormValues>}
 */
const readForm = async (context) =>
  Object.fromEntries(new URLSearchParams(await context.req.text()));

/**
 * Describes an error to the host.
 *
 * @param {unknown} error
 */
function describe(error) {
  if (error instanceof LivewebinarApiError) {
    if (error.code === 'invalid-option') return error.message;
    if (error.code === 'invalid-request') {
      const messages = Object.values(error.fieldErrors ?? {}).flat();
      return messages.join(' ') || error.vendorMessage || 'LiveWebinar rejected this.';
    }
    return 'LiveWebinar cannot be reached. Check the list in a few minutes before you try again.';
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return 'LiveWebinar did not respond in time. Check the list in a few minutes before you try again.';
  }
  return 'Something went wrong on this server.';
}
