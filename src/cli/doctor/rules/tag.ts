import { findRoom } from '../../../url/index.js';
import { CHOICES } from '../../../session/validate-request.js';
import { toKebabCase } from '../../../url/to-kebab-case.js';
import { normalizeToken } from '../../../url/token.js';
import { validateOption } from '../../../url/validate.js';
import { isVendorHost } from '../../../url/vendor-constants.js';
import { VISITORS, type Finding } from '../../../findings/finding.js';
import { createOriginCheck } from '../allowed-origins.js';
import type { Rule } from '../rule.js';

/** Finds elements without an end tag: what follows becomes their fallback content, which is hidden. */
export const unclosed: Rule = ({ page }) =>
  page.rooms
    .filter(({ isUnclosed }) => isUnclosed)
    .map(({ line, isSelfClosing }) => ({
      rule: 'unclosed-tag',
      level: 'error',
      visitors: VISITORS.everyone,
      message:
        'They do not see what follows on the page: the tag has no end, so HTML takes it for fallback content.',
      change: {
        where: `line ${line}`,
        from: isSelfClosing ? '<livewebinar-room … />' : '<livewebinar-room …>',
        to: '<livewebinar-room …></livewebinar-room>',
      },
    }));

/** Attributes with a hyphen, which people omit or replace with an underscore. */
const HYPHENATED = [
  'license-key',
  'role-token',
  'personal-token',
  'registrant-token',
  'password-token',
  'avatar-url',
  'embed-origin',
  'room-origin',
  'when-hidden',
  'starts-at',
  'ends-at',
  'opens-before',
  'ask-name',
  'remember-name',
  'confirm-leave',
  'keep-awake',
];
const SPELLINGS = new Map(
  HYPHENATED.flatMap((name) => [
    [name.replaceAll('-', ''), name],
    [name.replaceAll('-', '_'), name],
  ]),
);

/** Finds misspelled attributes, such as `licenseKey="…"`, which HTML parses as `licensekey`. */
export const attributeNames: Rule = ({ page }) =>
  page.rooms.flatMap(({ attributes, line }) =>
    Object.keys(attributes).flatMap((name): Finding[] => {
      const right = SPELLINGS.get(name);
      if (!right || right in attributes) return [];
      return [
        {
          rule: 'attribute-name',
          level: 'error',
          visitors: VISITORS.everyone,
          message: `The element ignores an attribute of the tag that is misspelled.`,
          change: { where: `line ${line}`, from: `${name}="…"`, to: `${right}="…"` },
        },
      ];
    }),
  );

/** Finds values that the element rejects, such as `mode="frame"`. */
export const attributeValues: Rule = ({ page }) =>
  page.rooms.flatMap(({ attributes, line }) =>
    Object.entries(CHOICES).flatMap(([option, choices]): Finding[] => {
      const name = toKebabCase(option);
      const value = attributes[name];
      const isKnown = choices.some((choice) => choice === value);
      if (value === undefined || isKnown) return [];
      const meant = choices.find((choice) => choice === value.trim().toLowerCase());
      return [
        {
          rule: 'attribute-value',
          level: 'error',
          visitors: VISITORS.everyone,
          message: `The room does not open: ${name} must be one of ${choices.join(', ')}.`,
          change: {
            where: `line ${line}`,
            from: `${name}="${value}"`,
            to: `${name}="${meant ?? choices[0]}"`,
          },
        },
      ];
    }),
  );

/** Matches characters of template expressions that a token can contain. */
const PLACEHOLDER = /[$%]/;

/** Finds license keys that the element rejects, such as a template placeholder or a link. */
export const licenseKey: Rule = ({ page }) =>
  page.rooms.flatMap(({ attributes, line }): Finding[] => {
    const key = normalizeToken('licenseKey', attributes['license-key'] ?? '');
    if (!validateOption('licenseKey', key) && !PLACEHOLDER.test(key)) return [];
    const room = findRoom(key);
    const right = room?.licenseKey;
    return [
      {
        rule: 'license-key',
        level: 'error',
        visitors: VISITORS.everyone,
        message: right
          ? 'The room does not open: the license key contains more than the number of the room.'
          : 'The room does not open: the license key is a placeholder that nothing has filled in.',
        change: {
          where: `line ${line}`,
          from: 'license-key="…"',
          to: right
            ? `license-key="${right}"`
            : 'license-key="123-123-123" with the number of the room',
        },
      },
    ];
  });

/** Finds origins that are neither LiveWebinar's own nor allowed in the markup. */
export const origins: Rule = ({ page }) => {
  const isAllowed = createOriginCheck(page);
  return page.rooms.flatMap(({ attributes, line }) =>
    ['embed-origin', 'room-origin'].flatMap((name): Finding[] => {
      const url = attributes[name] === undefined ? undefined : page.resolve(attributes[name]);
      if (!url || isVendorHost(url.hostname) || isAllowed(url)) return [];
      return [
        {
          rule: 'origin',
          level: 'warning',
          visitors: VISITORS.everyone,
          message: `The room does not open unless a script of the page allows the ${name}: it is not one of LiveWebinar's hosts (line ${line}).`,
          change: {
            where: 'the head',
            to: `<meta name="livewebinar-room-origins" content="${url.origin}">`,
          },
        },
      ];
    }),
  );
};

/** Finds pages without the tag. */
export const noTag: Rule = ({ page, isRoomPage }) =>
  page.rooms.length > 0 || isRoomPage
    ? []
    : [
        {
          rule: 'no-tag',
          level: 'note',
          visitors: VISITORS.everyone,
          message:
            'The markup has no <livewebinar-room>. The other results are about one that a script creates, with the default attributes.',
        },
      ];
