import { expect } from 'chai';
import fc from 'fast-check';
import { parseEmbedCode } from '../../src/url/index.js';
import { room as arbitraryRoom } from './arbitrary-room.js';
import {
  escapeHtml,
  pageWith,
  scriptWith,
  snippetWith,
  VENDOR_OPTIONS,
  VENDOR_ROOM,
} from './snippets.js';

const KEY = `'_license_key': '123-123-123'`;

/** Reads one option beside the license key. */
const read = (option: string) => {
  const { licenseKey, ...rest } = parseEmbedCode(snippetWith(`\n  ${KEY},\n  ${option}\n`)) ?? {};
  expect(licenseKey).to.equal('123-123-123');
  return rest;
};

describe('parseEmbedCode', () => {
  describe('reads the vendor’s snippet', () => {
    const forms: [form: string, source: string][] = [
      ['with its tags', snippetWith(VENDOR_OPTIONS)],
      ['without tags', scriptWith(VENDOR_OPTIONS)],
      ['as its options alone', `{${VENDOR_OPTIONS}}`],
      ['without braces', VENDOR_OPTIONS],
      ['in double quotes', snippetWith(VENDOR_OPTIONS.replaceAll("'", '"'))],
      ['with bare keys', snippetWith(VENDOR_OPTIONS.replace(/'(\w+)':/g, '$1:'))],
      ['without trailing comma', snippetWith(VENDOR_OPTIONS.trim().replace(/,$/, ''))],
      ['in one line', snippetWith(VENDOR_OPTIONS).replace(/\s*\n\s*/g, '')],
      ['with CRLF', snippetWith(VENDOR_OPTIONS).replaceAll('\n', '\r\n')],
      ['in whole HTML', pageWith(snippetWith(VENDOR_OPTIONS))],
      ['in whole HTML in one line', pageWith(snippetWith(VENDOR_OPTIONS)).replaceAll('\n', '')],
      ['escaped as text', `<p>${escapeHtml(snippetWith(VENDOR_OPTIONS))}</p>`],
      ['in a template', `const html = \`${snippetWith(VENDOR_OPTIONS)}\`;`],
      ['as assignments', VENDOR_OPTIONS.replace(/'(\w+)': ('.*'),/g, `_options['$1'] = $2;`)],
      ['as assignments to properties', VENDOR_OPTIONS.replace(/'(\w+)': ('.*'),/g, `o.$1 = $2`)],
      [
        'before another snippet',
        snippetWith(VENDOR_OPTIONS) +
          snippetWith(`'_email': 'b@x.example', '_license_key': '9'`, 'embed.archiebot.com'),
      ],
    ];
    for (const [form, source] of forms) {
      it(form, () => expect(parseEmbedCode(source)).to.deep.equal(VENDOR_ROOM));
    }

    it('of the older host', () => {
      const source = snippetWith(VENDOR_OPTIONS, 'embed.archiebot.com');
      const embedOrigin = 'https://embed.archiebot.com';
      expect(parseEmbedCode(source)).to.deep.equal({ ...VENDOR_ROOM, embedOrigin });
    });
  });

  const options: [option: string, result: object][] = [
    [`'_nickname': 'O\\'Brien & Søn 🎥'`, { nickname: "O'Brien & Søn 🎥" }],
    [`"_nickname": "The \\"Doc\\""`, { nickname: 'The "Doc"' }],
    [`'_nickname': 'O'Brien',`, { nickname: "O'Brien" }],
    [
      `'_nickname': 'O'Brien', '_email': 'a@x.example'`,
      { nickname: "O'Brien", email: 'a@x.example' },
    ],
    [`'_nickname': 'James' Room'`, { nickname: "James' Room" }],
    [`'_nickname': 'James''`, { nickname: "James'" }],
    [`"_nickname": "The "Doc" himself",`, { nickname: 'The "Doc" himself' }],
    [`'_nickname': 'a // b /* c */ {d} <!-- e',`, { nickname: 'a // b /* c */ {d} <!-- e' }],
    [`'_nickname': 'S\\u00f8n \\uD83C\\uDFA5 \\x27'`, { nickname: "Søn 🎥 '" }],
    [`'_nickname': 'back\\\\slash'`, { nickname: 'back\\slash' }],
    [`'_nickname': 'A &amp; B'`, { nickname: 'A &amp; B' }],
    ["'_nickname': `Jo`", { nickname: 'Jo' }],
    [`'_nickname': 'no end`, { nickname: 'no end' }],
    [`'_nick_name': 'Jo'`, { nickname: 'Jo' }],
    [`'_registration_token': 'r'`, { registrantToken: 'r' }],
    [`'_avatar_url': 'https:\\/\\/x.example\\/a.png'`, { avatarUrl: 'https://x.example/a.png' }],
    [`'_avatar_url': 'https://x.example/a.png'`, { avatarUrl: 'https://x.example/a.png' }],
    [`'_disable_target_top': '1'`, { embedOptions: { _disable_target_top: '1' } }],
    [`'_disable_target_top': ''`, {}],
    [`'__proto__': 'x'`, { embedOptions: Object.fromEntries([['__proto__', 'x']]) }],
    [`'_role_token': '', '_email': ""`, {}],
    [`// '_role_token': 'host',`, {}],
    [`/* '_role_token': 'host', */ '_email': 'a'`, { email: 'a' }],
    [`'_email': 'a', // '_role_token': 'host'`, { email: 'a' }],
    [`'_nickname': '<?php echo $user['name']; ?>', '_email': 'a'`, { email: 'a' }],
    [
      `'_nickname': <?php if (true) { echo "'_role_token': 'x'"; } ?>, '_email': 'a'`,
      { email: 'a' },
    ],
    [`'_nickname': '{{ user.name }}', '_email': 'a'`, { email: 'a' }],
    [`'_nickname': {{ user.name|tojson }}, '_email': 'a'`, { email: 'a' }],
    [`'_nickname': '<%= name %>', '_email': 'a'`, { email: 'a' }],
    ["'_nickname': `${name}`, '_email': 'a'", { email: 'a' }],
    [`'_nickname': user.name, '_email': 'a'`, { email: 'a' }],
    [`'_nickname': 'Dr. ' + name, '_email': 'a'`, { email: 'a' }],
    [`'_nickname': 'JO'.toLowerCase(), '_email': 'a'`, { email: 'a' }],
  ];
  for (const [option, result] of options) {
    it(`reads ${option}`, () => expect(read(option)).to.deep.equal(result));
  }

  const begins = ['https://embed.archiebot.com', 'HTTPS://Embed.Archiebot.COM', 'hTTp://x.example'];
  for (const begin of begins) {
    it(`reads the URL of a script in single quotes, over https: ${begin}`, () => {
      const src = `${begin}/em?t=123-123-123&amp;_nickname=Jo%20Doe`;
      expect(parseEmbedCode(`<script src='${src}'></script>`)).to.deep.equal({
        licenseKey: '123-123-123',
        nickname: 'Jo Doe',
        embedOrigin: begin.toLowerCase().replace('http:', 'https:'),
      });
    });
  }

  it('keeps the punctuation at the end of a URL only if there is no text around it', () => {
    const url = 'https://embed.livewebinar.com/em?t=1&_nickname=Jr.';
    expect(parseEmbedCode(` ${url} `)).to.deep.equal({ licenseKey: '1', nickname: 'Jr.' });
    expect(parseEmbedCode(`See ${url}`)).to.deep.equal({ licenseKey: '1', nickname: 'Jr' });
  });

  const scripts: [attributes: string, room: object][] = [
    [`src="//embed.archiebot.com/em?t=1"`, { embedOrigin: 'https://embed.archiebot.com' }],
    [`src='https://embed.livewebinar.com/em?t=1' async`, {}],
    [`src="https://embed.livewebinar.com/em?t=1&_nickname=O'Brien"`, { nickname: "O'Brien" }],
    [`src="http://localhost:4810/em?t=1"`, { embedOrigin: 'http://localhost:4810' }],
  ];
  for (const [attributes, room] of scripts) {
    it(`reads <script ${attributes}>`, () => {
      const expected = { licenseKey: '1', ...room };
      expect(parseEmbedCode(`<script ${attributes}></script>`)).to.deep.equal(expected);
    });
  }

  for (const start of ['<script>', '<script>\n', '<script src="//embed.livewebinar.com/em?t=1">']) {
    it(`reads a script that is hidden from old browsers after ${JSON.stringify(start)}`, () => {
      const room = parseEmbedCode(`${start}<!--\nvar o = {'_license_key': '1'};\n//--></script>`);
      expect(room).to.deep.equal({ licenseKey: '1' });
    });
  }

  it('reads a script that is hidden from old browsers and has only a URL', () => {
    const source = '<script src="//embed.livewebinar.com/em?t=1"><!-- --></script>';
    expect(parseEmbedCode(source)).to.deep.equal({ licenseKey: '1' });
  });

  it('reads a license key that the end of the text cuts off', () => {
    expect(parseEmbedCode(`'_license_key': '1`)).to.deep.equal({ licenseKey: '1' });
  });

  for (const quote of ['', "'", '"']) {
    it(`removes both levels of escapes in a string, with keys in ${quote || 'no quotes'}`, () => {
      const options = ['_license_key', '_nickname'].map((key) => quote + key + quote);
      const source = snippetWith(`\n  ${options[0]}: '1',\n  ${options[1]}: 'O\\'Brien'\n`);
      const room = { licenseKey: '1', nickname: "O'Brien" };
      expect(parseEmbedCode(JSON.stringify(source))).to.deep.equal(room);
    });
  }

  it('removes the escapes of a value once, however often the HTML is escaped', () => {
    let source = snippetWith(`${KEY}, '_nickname': 'back\\\\slash'`);
    for (let level = 0; level < 3; level += 1) {
      source = escapeHtml(source);
      expect(parseEmbedCode(source)).to.include({ nickname: 'back\\slash' });
    }
  });

  it('reads the options of either order', () => {
    const source = snippetWith(`'_email': 'a', '_role_token': 'host', ${KEY}`);
    expect(parseEmbedCode(source)).to.deep.equal({
      licenseKey: '123-123-123',
      email: 'a',
      roleToken: 'host',
    });
  });

  for (const [name, source] of [
    ['nothing', ''],
    ['prose', 'Join us at https://www.livewebinar.com today'],
    ['a snippet without license key', snippetWith(`'_nickname': 'Jo'`)],
    ['an empty license key', snippetWith(`'_license_key': '', '_nickname': 'Jo'`)],
    ['a blank license key', snippetWith(`'_license_key': ' '`)],
    ['a license key that a server fills in', snippetWith(`'_license_key': '{{ key }}'`)],
    ['a snippet in a comment', `<!-- ${snippetWith(VENDOR_OPTIONS)} -->`],
    ['a snippet in an open comment', `<!-- ${snippetWith(VENDOR_OPTIONS)}`],
    ['a snippet in an open comment of a script', `/* ${scriptWith(VENDOR_OPTIONS)}`],
    ['a snippet in an open placeholder', `<?php ${scriptWith(VENDOR_OPTIONS)}`],
    ['the URL of another script', '<script src="https://x.example/emu?t=1"></script>'],
    ['a direct room URL', 'https://app.livewebinar.com/123-123-123'],
  ] as const) {
    it(`gives null for ${name}`, () => expect(parseEmbedCode(source)).to.equal(null));
  }

  it('executes nothing', () => {
    const before = Object.getOwnPropertyNames(globalThis).sort();
    const source = `<img src=x onerror="window.wasHere = 1"><script>
      globalThis.wasHere = true; var _options = {${KEY}, '_email': 'a'}; throw new Error('ran');
    </script>`;
    expect(parseEmbedCode(source)).to.deep.equal({ licenseKey: '123-123-123', email: 'a' });
    expect(Object.getOwnPropertyNames(globalThis).sort()).to.deep.equal(before);
    expect(globalThis).not.to.have.property('wasHere');
    expect(globalThis).not.to.have.property('Widget');
  });

  it('gives back any options that are written as JSON', () => {
    fc.assert(
      fc.property(arbitraryRoom, ({ licenseKey, nickname = '', email = '', roleToken = '' }) => {
        const written = {
          _license_key: licenseKey,
          _nickname: nickname,
          _email: email,
          _role_token: roleToken,
        };
        fc.pre(
          Object.values(written).every((value) => !/<[?%]|\{\{|\$\{|[\n\r\t\f\b]/.test(value)),
        );
        expect(parseEmbedCode(scriptWith(JSON.stringify(written).slice(1, -1)))).to.deep.equal({
          licenseKey,
          ...(nickname && { nickname }),
          ...(email && { email }),
          ...(roleToken && { roleToken }),
        });
      }),
    );
  });

  it('throws for nothing', () => {
    const pieces = fc.constantFrom(
      ...["'", '"', '`', '\\', '{', '}', '<!--', '/*', '//', '\n', ' ', '&lt;script', '&#39;'],
      ...["'_license_key'", ': ', '=', '_nickname', 'https://', 'x/em?', '%FF', '\ud800', '<?'],
    );
    const broken = fc.array(pieces).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: 'binary' }), fc.anything()), (source) => {
        expect(parseEmbedCode(source as string)?.licenseKey).not.to.equal('');
      }),
    );
  });

  it('throws for no length either', () => {
    expect(parseEmbedCode(`_license_key = '${'\\'.repeat(32_000_000)}'`)).to.equal(null);
  });
});
