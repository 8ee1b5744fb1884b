import { buildHeadLinks, type EmbedOptions } from '../../../url/index.js';
import { LINK_OPTIONS } from '../../../url/options.js';
import { toKebabCase } from '../../../url/to-kebab-case.js';
import { SECOND_SCRIPT_PATH } from '../../../url/vendor-constants.js';
import { VISITORS, type Finding } from '../../../findings/finding.js';
import type { PageElement } from '../read-page.js';
import type { ExaminedRoom } from '../examined-room.js';
import type { Rule } from '../rule.js';

/** Finds preloads of LiveWebinar's scripts that the element does not use. */
export const preload: Rule = ({ page, rooms }) => {
  const links = page.elements
    .filter(
      ({ name, attributes }) => name === 'link' && /^preload$/i.test(attributes.rel?.trim() ?? ''),
    )
    .map((link) => ({ link, url: page.resolve(link.attributes.href) }))
    .filter(
      ({ url }) =>
        url && (url.pathname === SECOND_SCRIPT_PATH || (url.pathname === '/em' && url.search)),
    );
  if (links.length === 0) return [];
  const [room] = rooms;
  const obstacle = findObstacle(room!);
  if (obstacle) return links.map(({ link }) => createFinding(link, obstacle, ''));
  const expected = findExpectedUrls(room!);
  if (!expected) return [];
  return links.flatMap(({ link, url }): Finding[] => {
    const isMatch = expected.includes(url!.href);
    if (
      isMatch &&
      /^script$/i.test(link.attributes.as ?? '') &&
      link.attributes.crossorigin === undefined
    )
      return [];
    const right = expected[url!.pathname === SECOND_SCRIPT_PATH ? 1 : 0]!;
    return [
      createFinding(
        link,
        isMatch ? 'the element loads it in another way' : 'the element loads another URL',
        hasToken(right)
          ? 'the URL that buildHeadLinks() returns for the tag'
          : `<link rel="preload" as="script" referrerpolicy="strict-origin" href="${right.replaceAll('&', '&amp;')}">`,
      ),
    ];
  });
};

const hasToken = (url: string) => {
  const { searchParams } = new URL(url);
  return [...searchParams.keys()].some((name) => /_token$|^_email$/.test(name));
};

/** Returns the reason why a room cannot use a preload, if there is one. */
function findObstacle({ element, mode }: ExaminedRoom): string | undefined {
  const { attributes = {} } = element ?? {};
  if (mode === 'iframe') return "its room does not load LiveWebinar's scripts";
  if ('isolated' in attributes) return 'an isolated room cannot use it';
  const isDelayed =
    /^(lazy|click)$/.test(attributes.loading ?? '') ||
    'ask-name' in attributes ||
    Date.parse(attributes['starts-at'] ?? '') > Date.now();
  return isDelayed ? 'its room does not open at once' : undefined;
}

/** Returns the URLs that a room can use from a preload; `undefined` if the markup does not contain its options. */
function findExpectedUrls({ element, embedOrigin }: ExaminedRoom): string[] | undefined {
  if (!element) return undefined;
  const { attributes } = element;
  const room = Object.fromEntries(
    LINK_OPTIONS.map(({ name }) => [name, attributes[toKebabCase(name)]] as const).filter(
      ([, value]) => value,
    ),
  ) as unknown as EmbedOptions;
  try {
    return buildHeadLinks({ ...room, embedOrigin }).map(({ href }) => href);
  } catch {
    return undefined;
  }
}

const createFinding = ({ line }: PageElement, why: string, to: string): Finding => ({
  rule: 'preload',
  level: 'warning',
  visitors: VISITORS.everyone,
  message: `The page preloads a script for nothing: ${why}.`,
  change: { where: `line ${line}`, from: '<link rel="preload" …>', to },
});
