// @ts-check

/**
 * A visitor who enters a room: the properties of `RoomLink`, and the role of the token in the stand-in's API.
 *
 * @typedef {object} Visitor
 * @property {string} licenseKey
 * @property {string} [roleToken]
 * @property {string} [personalToken]
 * @property {string} [registrantToken]
 * @property {string} [passwordToken]
 * @property {string} [nickname]
 * @property {string} [avatarUrl]
 * @property {string} [email]
 * @property {string} [role] `host`, `presenter` or `attendee`, if the API issued the token.
 */

/** Query names of `/em`, then of direct room URLs. */
const QUERY = {
  roleToken: ['_role_token'],
  personalToken: ['_personal_token'],
  registrantToken: ['_registrant_token', '_registration_token'],
  passwordToken: ['_password_token', 'password_token'],
  nickname: ['_nickname'],
  avatarUrl: ['_avatar_url', 'avatar_url'],
  email: ['_email', 'attendee_email'],
};

/** @type {Record<string, string>} */
const PATHS = { x: 'roleToken', p: 'personalToken', r: 'registrantToken' };

/**
 * Reads the visitor from the URL of the embed script, of its iframe or of a room.
 *
 * @param {URL} url
 * @returns {Visitor | null} `null` if the URL names no room.
 */
export function readVisitor({ pathname, searchParams }) {
  const [, first = '', kind = '', token = ''] = pathname.split('/').map(decodeSegment);
  const isEmbed = /^\/(em|stand-in\/frame|widget-login)$/.test(pathname);
  const licenseKey = isEmbed
    ? searchParams.get('_license_key') || searchParams.get('token') || searchParams.get('t')
    : /^\/[^/]+(\/[xpr]\/[^/]+|\/[0-9a-f]{32})?\/?$/.test(pathname) && first;
  if (!licenseKey || licenseKey === 'favicon.ico') return null;
  const path = !isEmbed && kind && (token ? { [PATHS[kind] ?? '']: token } : { roleToken: kind });
  const query = Object.entries(QUERY).map(([name, vendorNames]) => [
    name,
    vendorNames.map((vendorName) => searchParams.get(vendorName)).find(Boolean),
  ]);
  return { licenseKey, ...Object.fromEntries(query.filter(([, value]) => value)), ...path };
}

/** @param {string} segment */
function decodeSegment(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
