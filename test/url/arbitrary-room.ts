import fc from 'fast-check';

const text = fc.string({ unit: 'binary', minLength: 1 });

/** Any text that is a token: not blank, no path segment of a meaning of its own. */
export const token = text.filter((value) => value.trim() !== '' && !/^\.\.?$/.test(value));

const linkModel = {
  licenseKey: token,
  roleToken: token,
  personalToken: token,
  registrantToken: token,
  passwordToken: token,
  nickname: text,
  avatarUrl: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  email: text,
};

/** Any link that can be built. */
export const link = fc.record(linkModel, { requiredKeys: ['licenseKey'] });

/** Any room that the embed script can be asked for. */
export const room = fc.record(
  {
    ...linkModel,
    containerId: text,
    width: text,
    height: text,
    embedOrigin: fc.constantFrom('https://embed.archiebot.com', 'http://localhost:4810'),
    embedOptions: fc.dictionary(fc.stringMatching(/^_further_[a-z]{1,8}$/), text, { minKeys: 1 }),
  },
  { requiredKeys: ['licenseKey'] },
);

/** What a caller without types may pass: everything wrong has `secret` in it where it can. */
export const carelessRoom = fc.dictionary(
  fc.constantFrom(...Object.keys(linkModel), 'containerId', 'embedOrigin', 'embedOptions'),
  fc.oneof(
    fc.constantFrom<unknown>('123-123-123', 'secret', ' ', '..', '\ud800', null, undefined, 7),
    fc.constantFrom<unknown>(['secret'], { _role_token: 'secret' }, { _x: 7 }, Symbol('secret')),
    fc.anything(),
  ),
);
