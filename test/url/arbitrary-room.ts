import fc from 'fast-check';

const text = fc.string({ unit: 'binary', minLength: 1 });

/** Any text that can be a token and is the same after normalization. */
export const token = text.filter(
  (value) =>
    value.trim() === value &&
    !/[\p{Cc}\p{Cf}\p{DI}"'`<>{}[\]\\\p{Pi}\p{Pf}\u2028\u2029]|(?! )\p{Z}|^\.\.?$|:\/\/|\./u.test(
      value,
    ),
);

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

/** Any link that builders accept. */
export const link = fc.record(linkModel, { requiredKeys: ['licenseKey'] });

/** Any options that the embed script accepts. */
export const room = fc.record(
  {
    ...linkModel,
    containerId: text,
    width: text,
    height: text,
    embedOrigin: fc.constantFrom('https://embed.archiebot.com', 'http://localhost:4810'),
    embedOptions: fc.dictionary(fc.stringMatching(/^_extra_[a-z]{1,8}$/), text, { minKeys: 1 }),
  },
  { requiredKeys: ['licenseKey'] },
);

/** What a caller without types may pass. Wrong values contain `secret` if they can. */
export const carelessRoom = fc.dictionary(
  fc.constantFrom(...Object.keys(linkModel), 'containerId', 'embedOrigin', 'embedOptions'),
  fc.oneof(
    fc.constantFrom<unknown>('123-123-123', 'secret', ' ', '..', '\ud800', null, undefined, 7),
    fc.constantFrom<unknown>(['secret'], { _role_token: 'secret' }, { _x: 7 }, Symbol('secret')),
    fc.anything(),
  ),
);
