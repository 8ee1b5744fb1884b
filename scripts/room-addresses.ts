import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';
import { insteadOfVendor } from '../src/testing/stand-in/instead-of-vendor.js';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The files of the room page, as they are before they are built. */
const ROOM_PAGE_SOURCES: Record<string, string> = {
  'enter-room.js': '/src/room-page/enter-room.ts',
  'livewebinar-room.js': '/src/define.ts',
  'room-page.css': '/src/room-page/public/room-page.css',
};

/** Answers `/room/…` as a site with the room page does; LiveWebinar is the stand-in there. */
export function roomAddresses(): Plugin {
  const answer =
    (
      readPage: () => string,
      findFile: (name: string) => string | undefined,
    ): Connect.NextHandleFunction =>
    (request, response, next) => {
      const address = /^\/room(?:\/(?<name>[^?]*))?(?:\?|$)/.exec(request.url!);
      const file = address && findFile(address.groups!.name ?? '');
      if (file) request.url = file;
      if (file || !address) return next();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(insteadOfVendor(readPage()));
    };
  const read = (path: string) => readFileSync(at(path), 'utf8');
  return {
    name: 'room-addresses',
    configureServer({ middlewares }) {
      const readPage = () =>
        // What is not built is not split into files either.
        read('src/room-page/public/index.html').replace(/<link rel="modulepreload".*>/, '');
      middlewares.use(answer(readPage, (name) => ROOM_PAGE_SOURCES[name]));
    },
    configurePreviewServer({ middlewares }) {
      const isFile = (name: string) =>
        /\.(css|js)$/.test(name) && existsSync(at(`site/room/${name}`));
      const findFile = (name: string) => (isFile(name) ? `/room/${name}` : undefined);
      middlewares.use(answer(() => read('site/room/index.html'), findFile));
    },
  };
}
