import { HttpProblem } from '../http-client.js';
import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

const SIZE = /(aspect-ratio|(min-)?height|block-size)\s*:/;
/** A rule for the tag before the script has run, or one that gives it a size at any time. */
const RULES = /([^{}]*\blivewebinar-room\b[^{}]*)\{([^{}]*)\}/g;
const MAX_SHEETS = 10;

const reserves = (css: string) =>
  [...css.matchAll(RULES)].some(([, , declarations]) => SIZE.test(declarations!));

/** Space for the room before the script has run. */
export const layout: Rule = async ({ page, get, isRoomPage }) => {
  const room = page.rooms.find(
    ({ isRendered, attributes }) =>
      !isRendered &&
      !SIZE.test(attributes.style ?? '') &&
      !(attributes.height && !attributes.height.includes('%')),
  );
  if (!room || isRoomPage) return [];
  const inline = page.elements.filter(({ name }) => name === 'style');
  if (inline.some(({ text }) => reserves(text))) return [];
  const sheets = page.elements
    .filter(
      ({ name, attributes }) => name === 'link' && /\bstylesheet\b/i.test(attributes.rel ?? ''),
    )
    .map(({ attributes }) => page.resolve(attributes.href))
    .filter((url): url is URL => Boolean(url && /^https?:$/.test(url.protocol)))
    .slice(0, MAX_SHEETS);
  const texts = await Promise.all(
    sheets.map((url) =>
      get(url).then(
        ({ body }) => body,
        (error) => {
          if (error instanceof HttpProblem) return undefined;
          throw error;
        },
      ),
    ),
  );
  // A style sheet that cannot be read may contain the rule.
  if (texts.some((text) => text === undefined || reserves(text))) return [];
  return [
    {
      rule: 'layout-shift',
      level: 'warning',
      visitors: VISITORS.everyone,
      message: 'What is below the room jumps down when the script has loaded.',
      change: {
        where: 'a style sheet in the head',
        to: 'livewebinar-room:not(:defined) { display: block; width: 100%; aspect-ratio: 16 / 9; min-height: 20rem; }',
      },
    },
  ];
};
