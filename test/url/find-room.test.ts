import { expect } from 'chai';
import { findRoom, parseEmbedCode, type EmbedOptions } from '../../src/url/index.js';
import {
  escapeHtml,
  pageWith,
  scriptWith,
  snippetWith,
  VENDOR_OPTIONS,
  VENDOR_ROOM,
} from './snippets.js';

const KEY = '123-123-123';
const L = `https://app.livewebinar.com/${KEY}`;
const HEX = 'd9dd6a1f46965843abe286ed9ca0a365';
const SIXTY = 'aB3'.repeat(20);
const ROOM = { licenseKey: KEY };
const ADA = { ...ROOM, nickname: 'Ada' };
const HOST = { ...ROOM, roleToken: 'IYuUtn2P' };
const SECRET = { ...ROOM, passwordToken: 'abc' };
const SNIPPET = snippetWith(VENDOR_OPTIONS);
const OPTIONS = `'_license_key': '${KEY}', '_nickname': 'Ada'`;
const escaped = encodeURIComponent(L);

/** Prose in which only a number with a label is a room. */
const PROSE = 'Join us tomorrow. '.repeat(30);

type Row = [text: string, room: EmbedOptions | null];

const TABLES: Record<string, Row[]> = {
  'a URL in a sentence': [
    ...[
      `${L}.`,
      `${L},`,
      `(${L})`,
      `[Join](${L})`,
      `**${L}**`,
      `\`${L}\``,
      `“${L}”`,
      `«${L}»`,
      `${L}。`,
      `${L}…`,
      `<${L}|Join>`,
      `[url=${L}]Join[/url]`,
      `_${L}_`,
      `__${L}__`,
      `~~${L}~~`,
      `*${L}*`,
      `'${L}'`,
      `‘${L}’`,
      `「${L}」`,
      `(see ${L}), then`,
      `[Join](${L}), or [leave](https://example.com)`,
      `${L}!!!`,
      `${L}?`,
      `${L};`,
      `${L}—the room`,
      `${L} – at five`,
      `${L}、ここです`,
      `【${L}】`,
      `<${L}>`,
      `Join:${L}`,
      `${L}#top`,
      `[Join][1]\n\n[1]: ${L} "The room"`,
      `{\\field{\\*\\fldinst{HYPERLINK "${L}"}}}`,
      `||${L}||`,
      `${L}%22%3E`,
      `${L}%0D%0APassword:%20abc`,
      `${L}%5Cn`,
      `HTTPS://APP.LIVEWEBINAR.COM/${KEY}.`,
      `${L}'s page`,
      `https://https://app.livewebinar.com/${KEY}`,
      `http://https://app.livewebinar.com/${KEY}`,
      `${KEY}?`,
      `/${KEY}`,
      `/123123123`,
    ].map((text): Row => [text, ROOM]),
    ...[
      `です`,
      `에서`,
      `и`,
      `、`,
      `।`,
      `؟`,
      `👋`,
      `'s`,
      `%2C`,
      `%29`,
      `%20`,
      `%C2%BB`,
      `%E2%80%9D`,
      `%E3%80%82`,
    ].flatMap((end): Row[] => [
      [`${L}/x/IYuUtn2P${end}`, HOST],
      [`/room/${KEY}/IYuUtn2P${end}`, HOST],
    ]),
    [`${L}?_password_token=abcです`, SECRET],
    [`${KEY}/x/IYuUtn2P`, HOST],
    [`Room ${KEY}/x/IYuUtn2P.`, HOST],
    [`${KEY}/${HEX}`, { ...ROOM, roleToken: HEX }],
    [`${KEY}?_nickname=Ada`, ADA],
    [`${KEY}/456-456-456`, ROOM],
    [`${L}/x/IYuUtn2P.`, HOST],
    [`${L}/x/IYuUtn2P%22%3E`, HOST],
    [`${L}/x/IYuUtn2P%0D%0APassword:%20abc`, HOST],
    [`${L}/x/IYuUtn2P%3C/a%3E`, HOST],
    [`${L}/x/IYuUtn2P%3E`, HOST],
    [`(${L}/x/IYuUtn2P)`, HOST],
    [`Host: ${L}/x/IYuUtn2P, thanks`, HOST],
    [`${L}?_password_token=abc.`, SECRET],
    [`[Join](${L}?_password_token=abc)`, SECRET],
    [`“${L}?_password_token=abc”.`, SECRET],
    [`${L}/p/${SIXTY}…`, { ...ROOM, personalToken: SIXTY }],
    [`${L}?_nickname=Ada%20(host)`, { ...ROOM, nickname: 'Ada (host)' }],
    [`(${L}?_nickname=Ada%20(host))`, { ...ROOM, nickname: 'Ada (host)' }],
    [`${L}?_nickname=O'Brien`, { ...ROOM, nickname: "O'Brien" }],
    [`<a href='${L}?_nickname=Ada'>`, ADA],
    [`<a href='${L}?_nickname=O&#39;Brien'>`, { ...ROOM, nickname: "O'Brien" }],
    [`location = '${L}?_nickname=' + name`, ROOM],
    [`open('${L}/x/IYuUtn2P','_blank')`, HOST],
    ['/blog/123-123-123', null],
  ],
  'invisible characters': [
    ...[
      '\u200b',
      '\u200c',
      '\u200d',
      '\u200e',
      '\u2060',
      '\ufeff',
      '\u00ad',
      '\u061c',
      '\u180e',
    ].flatMap((character): Row[] => [
      [`${character}${L}${character}`, ROOM],
      [`https://app.live${character}webinar.com/123-${character}123-123`, ROOM],
      [`${character}123-${character}123-123${character}`, ROOM],
      [`Join ${L}/x/IYu${character}Utn2P${character} now`, HOST],
    ]),
    [`\u2068${L}\u2069`, ROOM],
    [`\u2068${KEY}\u2069`, ROOM],
    [`\u202a${L}\u202c.`, ROOM],
    [`Join\u00a0${L}\u00a0today`, ROOM],
    [`\u00a0${KEY}\u00a0`, ROOM],
    [`123\u00a0123\u00a0123`, ROOM],
    [`${L}%E2%80%8B`, ROOM],
    [`${L}%C2%A0`, ROOM],
    [`${L}%EF%BB%BF?_nickname=Ada`, ADA],
    [`/room/${KEY}%E2%80%8B`, ROOM],
    [`/room/${KEY}%C2%AD/IYuUtn2P%E2%80%8B`, HOST],
    [`${L}&#8203;`, ROOM],
    [`${L}&nbsp;`, ROOM],
    [`123-&shy;123-&shy;123`, ROOM],
    [`&ldquo;${L}/x/IYuUtn2P&rdquo;`, HOST],
    [`${L}?_password_token=abc&hellip;`, SECRET],
    [`&rlm;${L}&lrm;`, ROOM],
    [`${L}\\u200b`, ROOM],
    [`open\u200b-day`, { licenseKey: 'open-day' }],
    [`${L}?_nickname=👩‍💻`, { ...ROOM, nickname: '👩‍💻' }],
  ],
  'digits and dashes of any script': [
    ...[
      '１２３－１２３－１２３',
      '１２３１２３１２３',
      '123ー123ー123',
      '123−123−123',
      '123·123·123',
      '123,123,123',
      '123.123.123',
      '123 123 123',
      '123123123',
      '123–123–123',
      '123—123—123',
      '123‑123‑123',
      '123 - 123 - 123',
      '123-123123',
      '1231 23123',
      '12-31-23-12-3',
      '123\\-123\\-123',
      '١٢٣-١٢٣-١٢٣',
      '१२३१२३१२३',
      'Room １２３－１２３－１２３',
      '部屋は123ー123ー123です',
      'https://app.livewebinar.com/１２３-１２３-１２３',
      'https://app.livewebinar.com/123–123–123',
      'https://app.livewebinar.com/123%E2%80%93123%E2%80%93123',
      'https://app.livewebinar.com/123123123',
      `https://app.livewebinar.com/123−123−123, today`,
      `https://embed.livewebinar.com/em?t=123–123–123`,
      `123&minus;123&minus;123`,
    ].map((text): Row => [text, ROOM]),
  ],
  'links that mail and chat services wrap': [
    ...[
      `https://eur01.safelinks.protection.outlook.com/?url=${escaped}&data=x`,
      `https://nam02.safelinks.protection.outlook.com/ap/t-59584e83/?url=${escaped}&data=05%7C01&sdata=x%3D&reserved=0`,
      `https://www.google.com/url?q=${L}&sa=D`,
      `https://www.google.com/url?q=${escaped}&sa=D&source=editors`,
      `https://l.facebook.com/l.php?u=${escaped}&h=AT0`,
      `https://slack-redir.net/link?url=${escaped}`,
      `https://linkprotect.cudasvc.com/url?a=${escaped}&c=E,1`,
      `https://vk.com/away.php?to=${escaped}`,
      `https://www.youtube.com/redirect?event=video_description&q=${escaped}`,
      `l.facebook.com/l.php?u=${escaped}`,
      `https://urldefense.com/v3/__${L}__;!!AbC!dEf$`,
      `https://urldefense.proofpoint.com/v2/url?u=https-3A__app.livewebinar.com_123-2D123-2D123&d=DwMFAg`,
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encodeURIComponent(escaped)}`,
      `https://www.google.com/url?q=${encodeURIComponent(`https://eur01.safelinks.protection.outlook.com/?url=${escaped}`)}`,
      `https://web.archive.org/web/2026/${L}`,
      `https://example.com/login#next=${escaped}`,
      `https://example.com/away?app.livewebinar.com/${KEY}`,
      `https://example.com/away?to=app.livewebinar.com/${KEY}`,
      `https://example.com/away#app.livewebinar.com/${KEY}`,
      `<a href="https&colon;&sol;&sol;app&period;livewebinar&period;com&sol;${KEY}">`,
      `https://wa.me/?text=Join%20${escaped}%20today`,
      `mailto:?subject=Room&body=Join%20${escaped}%0APassword%3A%20abc`,
      `<a href="https://eur01.safelinks.protection.outlook.com/?url=${escaped}&amp;data=x">Join</a>`,
      escaped,
      encodeURIComponent(escaped),
    ].map((text): Row => [text, ROOM]),
    [
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${L}/x/IYuUtn2P?_nickname=Ada%20L&_password_token=abc`)}&data=x`,
      { ...HOST, nickname: 'Ada L', passwordToken: 'abc' },
    ],
    [
      `${L}?avatar_url=https://app.livewebinar.com/999-999-999`,
      { ...ROOM, avatarUrl: 'https://app.livewebinar.com/999-999-999' },
    ],
  ],
  'escaped ampersands': [
    ...['&amp;', '&amp;amp;', '&#38;', '&#x26;', '\\u0026'].flatMap((and): Row[] => [
      [`${L}?_nickname=Ada${and}_password_token=abc`, { ...ADA, passwordToken: 'abc' }],
      [
        `<iframe src="${L}?_nickname=Ada${and}_password_token=abc"></iframe>`,
        { ...ADA, passwordToken: 'abc' },
      ],
      [`/room/${KEY}?_nickname=Ada${and}_email=a@x.example`, { ...ADA, email: 'a@x.example' }],
      [`https://embed.livewebinar.com/em?t=${KEY}${and}_nickname=Ada`, ADA],
    ]),
  ],
  'embed code with other quotes': [
    ...(['‘’', '“”', '””', '′′', '´´', '„“', '‚‘', '«»', '″″'] as const).map((quotes): Row => {
      const [open, close] = quotes;
      const pretty = OPTIONS.replace(/'([^']*)'/g, `${open}$1${close}`);
      return [`<script>var _options = {${pretty}};</script>`, ADA];
    }),
    [
      `var _options = { ‘_license_key’: ‘${KEY}’, ‘_nickname’: ‘O’Brien’, }`,
      { ...ROOM, nickname: "O'Brien" },
    ],
  ],
  'embed code of servers': [
    [`['_license_key' => '${KEY}', '_nickname' => 'Ada']`, ADA],
    [`array("_license_key"=>"${KEY}","_role_token"=>"IYuUtn2P")`, HOST],
    [`['_license_key' => $key, '_nickname' => 'Ada']`, null],
  ],
  'embed code hidden from old browsers': [
    [`<script><!--\nvar _options = {${OPTIONS}};\n//--></script>`, ADA],
    [`<script type="text/javascript"><!--\r\nvar _options = {${OPTIONS}};\r\n// --></script>`, ADA],
    [
      `<script>\n<!--//--><![CDATA[//><!--\nvar _options = {${OPTIONS}};\n//--><!]]>\n</script>`,
      ADA,
    ],
    [`<script>//<![CDATA[\nvar _options = {${OPTIONS}};\n//]]></script>`, ADA],
    [`<!-- <script>var _options = {${OPTIONS}};</script> -->`, null],
    [`<!-- <script><!--\nvar _options = {${OPTIONS}};\n//--></script>`, null],
  ],
  'embed code inside a string': [
    [JSON.stringify({ content: SNIPPET }), VENDOR_ROOM],
    [JSON.stringify({ content: SNIPPET.replaceAll('\n', '') }), VENDOR_ROOM],
    [
      JSON.stringify({ content: SNIPPET }).replaceAll('<', '\\u003c').replaceAll("'", '\\u0027'),
      VENDOR_ROOM,
    ],
    [JSON.stringify(JSON.stringify({ content: SNIPPET })), VENDOR_ROOM],
    [JSON.stringify({ content: SNIPPET.replaceAll("'", '"') }), VENDOR_ROOM],
    [JSON.stringify({ content: escapeHtml(SNIPPET) }), VENDOR_ROOM],
    [
      JSON.stringify(`var o = {\n'_license_key': '${KEY}',\n'_nickname': 'O\\'Brien'}`),
      { ...ROOM, nickname: "O'Brien" },
    ],
    [
      `el.innerHTML = '<script>var _options = { \\'_license_key\\': \\'${KEY}\\', \\'_nickname\\': \\'Ada\\' };<\\/script>';`,
      ADA,
    ],
    [
      `el.innerHTML = "<script>var _options = { \\"_license_key\\": \\"${KEY}\\", \\"_nickname\\": \\"Ada\\" };<\\/script>";`,
      ADA,
    ],
    [`el.innerHTML = '{ \\'_license_key\\': key }';`, null],
    [`{"_license_key":"${KEY}","_nickname":"Ada"}`, ADA],
    [scriptWith(OPTIONS), ADA],
    [pageWith(SNIPPET), VENDOR_ROOM],
    [escapeHtml(SNIPPET), VENDOR_ROOM],
    [escapeHtml(escapeHtml(SNIPPET)), VENDOR_ROOM],
  ],
  'URLs without a scheme': [
    [`//embed.livewebinar.com/em?t=${KEY}&_nickname=Ada`, ADA],
    [`embed.livewebinar.com/em?t=${KEY}&_nickname=Ada`, ADA],
    [`<script src="//embed.livewebinar.com/em?t=${KEY}&amp;_nickname=Ada"></script>`, ADA],
    [`<iframe src="//app.livewebinar.com/${KEY}"></iframe>`, ROOM],
    [`//app.livewebinar.com/${KEY}`, ROOM],
    [`//livewebinar.com/${KEY}/x/IYuUtn2P`, HOST],
    [`Join at app.livewebinar.com/${KEY} today`, ROOM],
    [`Hello!\nJoin at app.livewebinar.com/${KEY} today\nBye`, ROOM],
    [`(app.livewebinar.com/${KEY})`, ROOM],
    [`livewebinar.com/${KEY}.`, ROOM],
    [`Join:app.livewebinar.com/${KEY}`, ROOM],
    [`app.livewebinar.com:443/${KEY}`, ROOM],
  ],
  'the URL of embed code in a text': [
    ...['.', ',', '!', ')', '。', '」', 'です', '**', '’s', ', then'].map((end): Row => [
      `(see https://embed.livewebinar.com/em?t=${KEY}${end})`,
      ROOM,
    ]),
    [`[code](https://embed.livewebinar.com/em?t=${KEY}&_nickname=Ada)`, ADA],
    [
      `<script src="https://embed.livewebinar.com/em?t=${KEY}&_nickname=Ada!"></script>`,
      {
        ...ROOM,
        nickname: 'Ada!',
      },
    ],
  ],
  'http embed code': [
    [`http://embed.livewebinar.com/em?t=${KEY}&_nickname=Ada`, ADA],
    [
      `<script src="http://embed.archiebot.com/em?t=${KEY}"></script>`,
      { ...ROOM, embedOrigin: 'https://embed.archiebot.com' },
    ],
    [
      `http://rooms.acme.example/em?t=${KEY}`,
      { ...ROOM, embedOrigin: 'https://rooms.acme.example' },
    ],
    [`http://localhost:4810/em?t=${KEY}`, { ...ROOM, embedOrigin: 'http://localhost:4810' }],
    [`//rooms.acme.example/em?t=${KEY}`, { ...ROOM, embedOrigin: 'https://rooms.acme.example' }],
  ],
  'pages of the vendor': [
    [`https://livewebinar.com/terms-of-service\n${L}`, ROOM],
    [`https://livewebinar.com/some-page about ${L}`, ROOM],
    [`https://livewebinar.com/pricing`, null],
    [`https://livewebinar.com/favicon.ico`, null],
    [`<img src="https://app.livewebinar.com/logo.png"><a href="${L}">Join</a>`, ROOM],
    [`https://app.livewebinar.com/open-day, or ${L}`, ROOM],
    [`https://livewebinar.com/some-page\nRoom: ${KEY}`, ROOM],
    [`https://livewebinar.com/some-page\nRoom: 123 123 123`, ROOM],
    [`https://app.livewebinar.com/open-day\nTel. 123 456 789`, { licenseKey: 'open-day' }],
    [`https://app.livewebinar.com/open-day or 123 456 789`, { licenseKey: 'open-day' }],
    [`https://app.livewebinar.com/open-day`, { licenseKey: 'open-day' }],
    [`https://app.livewebinar.com/room-5`, { licenseKey: 'room-5' }],
    [`https://app.livewebinar.com/2026-launch`, { licenseKey: '2026-launch' }],
    ...(
      [
        ['x', 'roleToken'],
        ['p', 'personalToken'],
        ['r', 'registrantToken'],
      ] as const
    ).map(([kind, name]): Row => [
      `https://app.livewebinar.com/open-day/${kind}/abc or ${L}`,
      { licenseKey: 'open-day', [name]: 'abc' },
    ]),
    ['https://app.livewebinar.com/room/open-day', null],
    ['https://app.livewebinar.com/12345678', null],
    ['https://app.livewebinar.com/1234567890', null],
    ['https://app.livewebinar.com/2026', null],
    ['https://app.livewebinar.com/:room', null],
    ['https://app.livewebinar.com/$room', null],
    ['https://app.livewebinar.com/@Model.Key', null],
    ['https://app.livewebinar.com/*|ROOM|*', null],
    [`https://app.livewebinar.com/:room, for example ${L}`, ROOM],
    ['ada@app.livewebinar.com/open-day', null],
    [`${L} or https://app.livewebinar.com/456-456-456`, ROOM],
    [`https://example.com https://zoom.us/j/987654321 ${L}`, ROOM],
  ],
  'folded and wrapped lines': [
    [`DESCRIPTION:Join https://app.livewebinar.com/123-12\r\n 3-123?_nickname=Ada`, ADA],
    [`Join https://app.livewebinar.com/123-12\r\n 3-123?_nickname=Ada`, ADA],
    [`Join https://app.livewebinar.com/123-12\n 3-123?_nickname=Ada`, ADA],
    [
      `BEGIN:VEVENT\r\nDESCRIPTION:Join\\n\\nhttps://app.livewebinar.com/123-123-123/x/IYu\r\n\tUtn2P\\nPassword: abc\r\nEND:VEVENT`,
      HOST,
    ],
    [`> https://app.livewebinar.com/123-12\n> 3-123?_nickname=Ada`, ADA],
    [`>> Join\n>> ${L}\n> Bye`, ROOM],
    [`https://app.livewebinar.com/123-12\n3-123`, ROOM],
    [`<https://app.livewebinar.com/123-123-123/x/IYu\nUtn2P>`, HOST],
    [`> <https://app.livewebinar.com/123-123-123/x/IYu\n> Utn2P>`, HOST],
    [`<a href=3D"https://app.livewebinar.com/123-12=\r\n3-123?_nickname=3DAda">`, ADA],
    [
      `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nJoin https://app.livewebinar.com/123-12=\r\n3-123`,
      ROOM,
    ],
    [`Content-Transfer-Encoding: quoted-printable\n\n${L}/x/IYuUtn2P=20\n`, HOST],
    [`Bis sp=C3=A4ter: ${L}/x/IYu=\nUtn2P`, HOST],
    [`=E2=80=9CJoin=E2=80=9D ${L}?_nickname=3DAda`, ADA],
    [
      `https://app.livewebinar.com/123-123-123/x/d9dd6a1f46965843abe286ed9ca0a365?_pass\nword_token=abc`,
      { ...ROOM, roleToken: HEX, passwordToken: 'abc' },
    ],
    [`Join: ${L}/x/IYuUtn2P\r\n Password: abc`, HOST],
    [`Rooms:\r\n ${L}\r\n https://app.livewebinar.com/456-456-456`, ROOM],
    [`${L}\r\nPassword: abc`, ROOM],
    [`https://app.livewebinar.com/123-12`, null],
  ],
  'literal escapes': [
    [`${L}\\nPassword: abc`, ROOM],
    [`${L}\\r\\nPassword: abc`, ROOM],
    [`${L}\\tPassword`, ROOM],
    [`${L}\\`, ROOM],
    [`/room/${KEY}\\nPassword: abc`, ROOM],
    [`{"join_url":"https:\\/\\/app.livewebinar.com\\/${KEY}"}`, ROOM],
    [`{\\"join_url\\":\\"https:\\\\/\\\\/app.livewebinar.com\\\\/${KEY}\\"}`, ROOM],
    [`https:\\u002F\\u002Fapp.livewebinar.com\\u002F${KEY}`, ROOM],
    [`https:\\x2f\\x2fapp.livewebinar.com\\x2f${KEY}`, ROOM],
    [`${L}?\\_nickname=Ada`, ADA],
  ],
  'room numbers in a text': [
    ...[
      `Room: ${KEY}`,
      `Meeting ID ${KEY}\nPassword: abc`,
      `#${KEY}`,
      `${KEY}.`,
      `"${KEY}"`,
      `(${KEY})`,
      `“${KEY}”`,
      `ID:${KEY}`,
      `Room number: 123 123 123`,
      `Meeting ID 123123123`,
      `Your webinar (no. ${KEY}) starts at 10:00 on 26-11-2026.`,
      `<p>Room <b>${KEY}</b></p>`,
      `Tel: 456-456-456, room: ${KEY}`,
      `+48 456 456 456 or ${KEY}`,
      `https://example.com/456-456-456 room ${KEY}`,
      `https://zoom.us/j/456456456 or room 123123123`,
      `${KEY} or 456-456-456`,
      `Order 456456456, room ${KEY}`,
    ].map((text): Row => [text, ROOM]),
    [`<p>Meeting ID: 123 123 123</p>`, ROOM],
    ...[
      'Join 123123123 at six',
      'Join 123 123 123 at six',
      `${PROSE}Room number: 123123123`,
      `${PROSE}Nr. 123123123`,
      `${PROSE}no 123123123`,
      `${PROSE}Raumnummer 123123123`,
    ].map((text): Row => [text, ROOM]),
    ['Join 123.123.123 at six', null],
    [`${PROSE}It costs 123123123`, null],
    [`${PROSE}The room costs 123123123`, null],
    ['Order {123123123}', null],
    ['+1 123-123-123', null],
    ['+420 123-123-123', null],
    ['+48.123-123-123', null],
    ['Telefon: 123-123-123', null],
    ['Tel.123-123-123', null],
    ...['Tél. ', 'Тел.: ', '電話：', 'WhatsApp: '].map((label): Row => [`${label}${KEY}`, null]),
    ...['☎', '📞 ', 'Tél. ', '電話：'].map((label): Row => [`${label}456-456-456 / ${KEY}`, ROOM]),
    ['<p>Order 123123123</p>', null],
    ['192.168.123.123', null],
    ['Call +48 123 456 789', null],
    ['Call 123-123-123-123 now', null],
    ['On 26-11-2026 at 10:00', null],
    ['$123,123,123 for a start', null],
    ['https://zoom.us/j/123123123', null],
  ],
  'tags of this package': [
    [`<livewebinar-room license-key=“${KEY}” nickname=“Ada”>`, ADA],
    [`<livewebinar-room license-key=‘${KEY}’ nickname=‘Ada’>`, ADA],
    [`<livewebinar-room license-key=" ${KEY} "></livewebinar-room>`, ROOM],
    [`<livewebinar-room license-key="\u200b${KEY}"></livewebinar-room>`, ROOM],
    [`<livewebinar-room></livewebinar-room><livewebinar-room license-key="${KEY}">`, ROOM],
    [
      `<livewebinar-room license-key=""></livewebinar-room><livewebinar-room license-key="${KEY}">`,
      ROOM,
    ],
    [
      `<livewebinar-room license-key="{{ key }}"></livewebinar-room><livewebinar-room license-key="${KEY}">`,
      ROOM,
    ],
    [`&lt;livewebinar-room license-key="${KEY}" nickname="Ada"&gt;`, ADA],
    [escapeHtml(`<livewebinar-room license-key="${KEY}" nickname="Ada"></livewebinar-room>`), ADA],
    [`<LivewebinarRoom licenseKey="${KEY}" />`, ROOM],
    [`<LivewebinarRoom licenseKey={'${KEY}'} nickname={"Ada"} roleToken={token} />`, ADA],
    [`<LivewebinarRoom :license-key="'${KEY}'" :nickname="name" />`, ROOM],
    [`<livewebinar-room [licenseKey]="'${KEY}'" [nickname]="name"></livewebinar-room>`, ROOM],
    [`<livewebinar-room licenseKey=${KEY} controls nickname=Ada>`, ADA],
    [
      `<livewebinar-room\n  license-key='${KEY}'\n  nickname='O&#39;Brien &amp; Søn'\n>`,
      { ...ROOM, nickname: "O'Brien & Søn" },
    ],
    [
      `<livewebinar-room license-key="${KEY}" embed-origin="http://embed.archiebot.com">`,
      { ...ROOM, embedOrigin: 'https://embed.archiebot.com' },
    ],
    [
      `<livewebinar-room license-key="${KEY}" nickname="Ada"><a href="${L}">Open</a></livewebinar-room>`,
      ADA,
    ],
    [JSON.stringify(`<livewebinar-room license-key="${KEY}" nickname="Ada">`), ADA],
    [`<livewebinar-room license-key="${KEY}" embed-origin="https://embed.livewebinar.com">`, ROOM],
    [`<livewebinar-room license-key="open-day">`, { licenseKey: 'open-day' }],
    [
      `<livewebinar-room license-key="open-day"> https://app.livewebinar.com/other-room`,
      { licenseKey: 'other-room' },
    ],
    [
      `<livewebinar-room license-key="${KEY}" nickname="Ada"> https://app.livewebinar.com/open-day`,
      ADA,
    ],
    [`<livewebinar-room license-key="${KEY}" nickname="Ada"> ${L}/x/IYuUtn2P`, HOST],
    [`<livewebinar-room license-key=${KEY}/>`, ROOM],
    [`<livewebinar-room license-key=open-day />`, { licenseKey: 'open-day' }],
    [`<!-- <livewebinar-room license-key="${KEY}"> -->`, null],
    ['<livewebinar-room license-key="false">', null],
    ['<livewebinar-room></livewebinar-room>', null],
    ['<livewebinar-room license-key="undefined">', null],
    ['<livewebinar-room :license-key="key">', null],
    ['<livewebinar-rooms license-key="123-123-123x">', null],
  ],
  'new link shapes': [
    [`livewebinar.com/${KEY}/r/${SIXTY}`, { ...ROOM, registrantToken: SIXTY }],
    [`livewebinar.com/${KEY}/${HEX}`, { ...ROOM, roleToken: HEX }],
    [`Host: https://livewebinar.com/${KEY}/${HEX}?_nickname=Ada.`, { ...ADA, roleToken: HEX }],
    [
      `embed.archiebot.com/widget-login?attendee_email=&token=${KEY}&password_token=&_nickname=`,
      ROOM,
    ],
    [
      `https://embed.archiebot.com/widget-login?attendee_email=a%40x.example&amp;token=${KEY}&amp;password_token=abc`,
      { ...SECRET, email: 'a@x.example' },
    ],
  ],
  'names and other numbers': [
    ['open-day', { licenseKey: 'open-day' }],
    [' Open_Day.\n', { licenseKey: 'Open_Day' }],
    ['“hello”', { licenseKey: 'hello' }],
    ['2026-launch', { licenseKey: '2026-launch' }],
    ['webinár', { licenseKey: 'webinár' }],
    ['456-456', null],
    ['12345', null],
    ['123-123-12', null],
    ['123-123-1234', null],
    ['undefined', null],
    ['null', null],
    ['[object Object]', null],
    ['{{ room.key }}', null],
    ['${key}', null],
    ['hello world', null],
    ['ada@example.com', null],
    ['javascript:alert(1)', null],
    ['..', null],
    ['', null],
    [' ', null],
    ['app.livewebinar.com', null],
    ['https://app.livewebinar.com/', null],
    ['https://app.livewebinar.com/{{key}}', null],
    ['https://app.livewebinar.com/${key}', null],
    ['https://app.livewebinar.com/%7B%7Bkey%7D%7D', null],
    ['https://app.livewebinar.com/undefined', null],
    ['https://app.livewebinar.com/[object Object]', null],
    ['https://app.livewebinar.com.evil.example/123-123-123', null],
    ['https://evil.example/123-123-123', null],
  ],
  'rooms on your own site': [
    [`/room/${KEY}/IYuUtn2P`, HOST],
    [`https://www.example.com/room/${KEY}/IYuUtn2P.`, HOST],
    [`See www.example.com/room/${KEY}?_email=a@x.example today`, { ...ROOM, email: 'a@x.example' }],
    [`<a href="/room/${KEY}">`, ROOM],
    [`https://hotel.example/room/deluxe and ${L}`, ROOM],
    [`https://hotel.example/room/deluxe/double and ${L}`, ROOM],
    [`https://hotel.example/room/deluxe or 123 123 123`, ROOM],
    [`https://hotel.example/room/deluxe`, { licenseKey: 'deluxe' }],
    [`https://hotel.example/room/101`, null],
    [`https://acme.example/room/#${KEY}/IYuUtn2P.`, HOST],
    [`acme.example/room/#!/${KEY}?_nickname=Ada`, ADA],
    [`https://acme.example/room/index.html#${KEY}`, ROOM],
    [`https://acme.example/#/room/${KEY}`, ROOM],
    [`https://acme.example/room/#`, null],
    [`<img src="/room/logo.png"><link href="/room/room-page.css">`, null],
    [`https://acme.example/#${KEY}`, null],
    [`https://hotel.example/room/101 or 123 123 123`, ROOM],
    [`/room/open-day or 123 123 123`, { licenseKey: 'open-day' }],
  ],
};

describe('findRoom', () => {
  for (const [title, rows] of Object.entries(TABLES)) {
    describe(title, () => {
      for (const [text, room] of rows) {
        it(JSON.stringify(text), () => expect(findRoom(text)).to.deep.equal(room));
      }
    });
  }

  describe('options', () => {
    const origins = ['https://rooms.example.com'];

    it('finds rooms of further origins, and of the vendor', () => {
      expect(findRoom('rooms.example.com/123-123-123/x/abc.', { origins })).to.deep.equal({
        ...ROOM,
        roleToken: 'abc',
      });
      expect(findRoom(L, { origins })).to.deep.equal(ROOM);
      expect(findRoom('https://other.example.com/123-123-123', { origins })).to.equal(null);
    });

    it('finds rooms under a base', () => {
      expect(findRoom(`https://x.example/live/${KEY}`, { base: '/live' })).to.deep.equal(ROOM);
      expect(findRoom(`https://x.example/live/${KEY}`)).to.equal(null);
    });

    it('returns null for a base that is not a string', () => {
      expect(findRoom(L, { base: 7 as unknown as string })).to.equal(null);
    });

    it('takes no URL of another site for a room if rooms are at the root', () => {
      expect(findRoom('https://example.com/about', { base: '/' })).to.equal(null);
      expect(findRoom(`/${KEY}/abc`, { base: '/' })).to.deep.equal({ ...ROOM, roleToken: 'abc' });
    });
  });

  it('returns null for more than four million characters', () => {
    expect(findRoom(L.padStart(4_000_001))).to.equal(null);
  });

  it('agrees with parseEmbedCode', () => {
    for (const title of Object.keys(TABLES).filter((name) => name.startsWith('embed code'))) {
      for (const [text, room] of TABLES[title]!) expect(parseEmbedCode(text)).to.deep.equal(room);
    }
  });
});
