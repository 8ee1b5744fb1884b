/** The expected response to a URL. */
export type Expected =
  /** The room page, with status 200. */
  | 'room'
  /** The room page with any status, which shows the form for a room number. */
  | 'page'
  /** A file of the room page, with its type. */
  | 'script'
  | 'style'
  /** The room page, or a redirect to the folder that names neither scheme nor host. */
  | 'folder'
  /** The room page or a refusal: the URL leaves the folder, and browsers never send it. */
  | 'outside'
  /** The site's own 404, not the room page. */
  | 'site';

/** Role token in the URLs below; no log may contain it. */
export const ROLE_TOKEN = 'abcxyz123';

/** Segments longer than a file name can be, than a request line of most servers, and than one of any. */
export const LONG = [300, 8192, 70_000].map((length) => `^${'a'.repeat(length)}`);

/** The same for every server. `^` stands for the folder, such as `/room/`, and `^:` for `/room`. */
export const URLS: readonly [url: string, expected: Expected][] = [
  ['^', 'room'],
  ['^index.html', 'room'],
  ['^123-123-123', 'room'],
  ['^123-123-123/', 'room'],
  [`^123-123-123/${ROLE_TOKEN}`, 'room'],
  [`^123-123-123/${ROLE_TOKEN}?_nickname=John%20Doe&avatar_url=https://example.com/a.png`, 'room'],
  [`^123-123-123?_personal_token=${ROLE_TOKEN}`, 'room'],
  ["^123-123-123?_nickname=O'Brien%20%F0%9F%8E%A5", 'room'],
  ['^open%20day', 'room'],
  ['^v1.0', 'room'],
  ['^enter-room.js', 'script'],
  ['^livewebinar-room.js', 'script'],
  ['^translations/pl.js', 'script'],
  ['^room-page.css', 'style'],
  ['^:', 'folder'],
  ['^a/b/c/d', 'page'],
  ['^index.html/123-123-123', 'page'],
  ['^translations/', 'page'],
  ['^//', 'page'],
  ['^.htaccess', 'page'],
  ['^a%2Fb', 'page'],
  ['^%2e%2e%2f%2e%2e%2fetc%2fpasswd', 'outside'],
  ['^..%2f..%2f..%2f..%2f..%2fetc%2fpasswd', 'outside'],
  ['^..%5c..%5c..%5cetc%5cpasswd', 'page'],
  ['^%2e%2e/%2e%2e/etc/passwd', 'outside'],
  ['^../../../../../etc/passwd', 'outside'],
  ['^%E0%A4%A', 'page'],
  ['^%FF', 'page'],
  ['^%00', 'page'],
  ['^%', 'page'],
  [`^${'a/'.repeat(2000)}`, 'page'],
  [`^123-123-123?_nickname=${'a'.repeat(7000)}`, 'room'],
  ...LONG.map((url): [string, Expected] => [url, 'page']),
  ['/', 'site'],
  ['/elsewhere', 'site'],
  ['/elsewhere/123-123-123', 'site'],
  ['/elsewhere^123-123-123', 'site'],
  ['^:mates', 'site'],
  ['/%E0%A4%A', 'site'],
  ['/elsewhere/..^123-123-123', 'outside'],
  ['/^123-123-123', 'outside'],
];
