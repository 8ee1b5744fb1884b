import { VISITORS } from '../../../findings/finding.js';
import { HttpProblem } from '../http-client.js';
import type { Rule } from '../rule.js';

/** Matches the types of JavaScript and modules, and those with which consent managers and optimizers delay scripts. */
const CODE = /^$|script|module|^text\/plain$/i;
const MAX_FILES = 30;
const NAME = 'livewebinar-room';

/** Finds pages whose scripts do not define the element, such as after an editor has removed a `<script>`. */
export const noScript: Rule = async ({ page, scripts, isRoomPage, get }) => {
  if (page.rooms.length === 0 || scripts.some(({ how }) => how !== 'map') || isRoomPage) return [];
  const code = page.elements.filter(
    ({ name, attributes, isInTemplate }) =>
      name === 'script' && !isInTemplate && CODE.test(attributes.type?.trim() ?? ''),
  );
  if (code.some(({ text }) => text.includes(NAME))) return [];
  const files = code
    .map(({ attributes }) => page.resolve(attributes.src))
    .filter((url): url is URL => url !== undefined && /^https?:$/.test(url.protocol));
  if (files.length > MAX_FILES) return [];
  const texts = await Promise.all(
    files.map((url) =>
      get(url).then(
        ({ body }) => body,
        (error) => {
          // A file that cannot be read may define the element.
          if (error instanceof HttpProblem) return NAME;
          throw error;
        },
      ),
    ),
  );
  if (texts.some((text) => text.includes(NAME))) return [];
  // Any script can load the element later, from a file with another name.
  const isSure = code.length === 0;
  return [
    {
      rule: 'no-script',
      level: isSure ? 'error' : 'note',
      visitors: VISITORS.everyone,
      message: isSure
        ? 'The room does not open: the page has no script that defines the element. Some editors remove scripts.'
        : 'The room does not open unless a script loads the element later: no script in the markup contains it.',
      change: {
        where: 'the head',
        to: '<script type="module" src="https://unpkg.com/livewebinar-room@<version>/dist/cdn/livewebinar-room.min.js"></script>',
      },
    },
  ];
};
