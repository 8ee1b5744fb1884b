/** What an address has to answer. */
export type Answer =
  /** The page, as a room: with status 200. */
  | 'room'
  /** The page, whatever the status: the visitor can enter a room. */
  | 'page'
  /** A file of the page, with its type. */
  | 'script'
  | 'style'
  /** On to the folder. */
  | 'redirect'
  /** The page, or the site's own answer: a browser never sends such an address, and it leaves the folder. */
  | 'outside';

/** Longer than a file's name can be, than a line of most servers, and than a line of any. */
export const LONG = [300, 8192, 70_000].map((length) => `^${'a'.repeat(length)}`);

/** The same for every server. `^` stands for the folder, such as `/room/`. */
export const ADDRESSES: readonly [address: string, answer: Answer][] = [
  ['^', 'room'],
  ['^index.html', 'room'],
  ['^123-123-123', 'room'],
  ['^123-123-123/', 'room'],
  ['^123-123-123/abcxyz123', 'room'],
  ['^123-123-123/abcxyz123?_nickname=John%20Doe&avatar_url=https://example.com/a.png', 'room'],
  ["^123-123-123?_nickname=O'Brien%20%F0%9F%8E%A5", 'room'],
  ['^open%20day', 'room'],
  ['^v1.0', 'room'],
  ['^enter-room.js', 'script'],
  ['^room-page.js', 'script'],
  ['^translations/pl.js', 'script'],
  ['^room-page.css', 'style'],
  ['^:', 'redirect'],
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
  ...LONG.map((address): [string, Answer] => [address, 'page']),
];
