import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';
import { replaceVendorOrigins } from '../src/testing/stand-in/replace-vendor-origins.js';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The sources of the room page's files, for the development server. */
const ROOM_PAGE_SOURCES: Record<string, string> = {
  'enter-room.js': '/src/room-page/enter-room.ts',
  'livewebinar-room.js': '/src/define.ts',
  'room-page.css': '/src/room-page/public/room-page.css',
};

/** Serves `/room/…` as a site with the room page does, with the stand-in in place of LiveWebinar. */
export function serveRoomPage(): Plugin {
  const serve =
    (
      readPage: () => string,
      findFile: (name: string) => string | undefined,
    ): Connect.NextHandleFunction =>
    (request, response, next) => {
      const match = /^\/room(?:\/(?<name>[^?]*))?(?:\?|$)/.exec(request.url!);
      const file = match && findFile(match.groups!.name ?? '');
      if (file) request.url = file;
      if (file || !match) return next();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(replaceVendorOrigins(readPage()));
    };
  const read = (path: string) => readFileSync(at(path), 'utf8');
  return {
    name: 'serve-room-page',
    configureServer({ middlewares }) {
      const readPage = () =>
        // Before the build, there are no shared files to preload.
        read('src/room-page/public/index.html').replace(/<link rel="modulepreload".*>/, '');
      middlewares.use(serve(readPage, (name) => ROOM_PAGE_SOURCES[name]));
    },
    configurePreviewServer({ middlewares }) {
      const isFile = (name: string) =>
        /\.(css|js)$/.test(name) && existsSync(at(`site/room/${name}`));
      const findFile = (name: string) => (isFile(name) ? `/room/${name}` : undefined);
      middlewares.use(serve(() => read('site/room/index.html'), findFile));
    },
  };
}
