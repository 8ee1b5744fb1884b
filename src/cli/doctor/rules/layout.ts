import { HttpProblem } from '../http-client.js';
import { VISITORS } from '../../../findings/finding.js';
import type { PageElement } from '../read-page.js';
import type { Rule } from '../rule.js';

const SIZE = /(aspect-ratio|(min-)?height|block-size)\s*:/;
const MAX_SHEETS = 30;

/** Returns whether a style sheet gives the element a height or an aspect ratio. */
function reservesSpace(css: string, { attributes }: PageElement): boolean {
  const names = ['livewebinar-room'];
  for (const name of attributes.class?.split(/\s+/).filter(Boolean) ?? []) names.push(`.${name}`);
  if (attributes.id) names.push(`#${attributes.id}`);
  // A regular expression that matches whole rules would take quadratic time.
  for (const rule of css.split('}')) {
    const start = rule.lastIndexOf('{');
    const selector = rule.slice(rule.lastIndexOf('{', start - 1) + 1, start);
    if (names.some((name) => selector.includes(name)) && SIZE.test(rule.slice(start))) return true;
  }
  return false;
}

/** Returns whether a style sheet imports others, which can give the element a height too. */
const hasImports = (css: string) => /@import\b/.test(css);

/** Finds pages that reserve no space for the room before the script has run. */
export const layout: Rule = async ({ page, get, isRoomPage }) => {
  const room = page.rooms.find(
    ({ isServerRendered, isInTemplate, attributes }) =>
      !isServerRendered &&
      !isInTemplate &&
      !SIZE.test(attributes.style ?? '') &&
      !(attributes.height && !attributes.height.includes('%')),
  );
  if (!room || isRoomPage) return [];
  const inline = page.elements.filter(({ name }) => name === 'style');
  if (inline.some(({ text }) => reservesSpace(text, room) || hasImports(text))) return [];
  const sheets = page.elements
    .filter(
      ({ name, attributes }) => name === 'link' && /\bstylesheet\b/i.test(attributes.rel ?? ''),
    )
    .map(({ attributes }) => page.resolve(attributes.href))
    .filter((url): url is URL => Boolean(url && /^https?:$/.test(url.protocol)));
  if (sheets.length > MAX_SHEETS) return [];
  const texts = await Promise.all(
    sheets.map((url) =>
      get(url).then(
        ({ body, status }) => (status < 400 ? body : ''),
        (error) => {
          if (error instanceof HttpProblem) return undefined;
          throw error;
        },
      ),
    ),
  );
  // A style sheet that cannot be read may contain the rule.
  if (texts.some((text) => text === undefined || reservesSpace(text, room) || hasImports(text)))
    return [];
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
