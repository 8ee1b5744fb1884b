import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { replaceVendorOrigins } from '../../src/testing/stand-in/replace-vendor-origins.js';

const BUILT = fileURLToPath(new URL('../../dist/room-page', import.meta.url));

/**
 * Copies the built room page into a site, and edits its HTML as the owner of a site does: sets the base URL,
 * and replaces the vendor's origins with the stand-in's.
 *
 * @param root The document root of the site.
 * @param base Path of the folder on the site, with a slash at both ends.
 * @param edit Further changes to the HTML.
 */
export function copyRoomPage(
  root: string,
  base: string,
  edit = (html: string): string => html,
): void {
  const folder = path.join(root, base);
  cpSync(BUILT, folder, { recursive: true });
  const file = path.join(folder, 'index.html');
  const html = readFileSync(file, 'utf8').replace(
    '<base href="/room/" />',
    `<base href="${base}" />`,
  );
  writeFileSync(file, edit(replaceVendorOrigins(html)));
}
