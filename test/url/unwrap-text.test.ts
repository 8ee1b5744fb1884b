import { expect } from 'chai';
import { unwrapText } from '../../src/url/unwrap-text.js';

/** The end of a line that a mail program can have wrapped, which has 70 characters. */
const LONG_URL = 'http://x.example/'.padEnd(70, 'a');

describe('unwrapText', () => {
  const texts: [name: string, text: string, reading: string][] = [
    ['two escapes of mail', 'a=3D1 b=3D2', 'a=1 b=2'],
    ['one escape of mail', 'a=3D1', 'a=3D1'],
    ['one escape before a quote', 'a=3D"1"', 'a="1"'],
    ['one escape and a soft line break', 'a=3D1, wor=\nd', 'a=1, word'],
    ['one escape and a soft CRLF', 'a=3D1, wor=\r\nd', 'a=1, word'],
    ['a soft line break after 60 characters', `${'-'.repeat(60)}=\nd`, `${'-'.repeat(60)}d`],
    ['a soft CRLF after 60 characters', `${'-'.repeat(60)}=\r\nd`, `${'-'.repeat(60)}d`],
    ['a line that ends with = earlier', `${'-'.repeat(59)}=\nd`, `${'-'.repeat(59)}=\nd`],
    ['a line break with a space after =', `${'-'.repeat(60)}=\n d`, `${'-'.repeat(60)}=d`],
    ['mail with a = that is no escape', 'a=3D1 b=3D2 c=x', 'a=3D1 b=3D2 c=x'],
    ['mail with half an escape', 'a=3D1 b=3D2 c=Ax', 'a=3D1 b=3D2 c=Ax'],
    ['an escape at the end of mail', 'a=3D1 b=3D2=', 'a=1 b=2'],
    [
      'a header of mail, and its text',
      'Content-Transfer-Encoding: quoted-printable; boundary=xyz\n\na=3D1',
      'Content-Transfer-Encoding: quoted-printable; boundary=xyz\n\na=1',
    ],
    [
      'a part of mail with a = that is no escape',
      'Content-Transfer-Encoding: quoted-printable\n\na=x\nb=3D1',
      'Content-Transfer-Encoding: quoted-printable\n\na=x\nb=3D1',
    ],
    ['UTF-8 in mail', 'a=3D=C3=BC=3D', 'a=ü='],
    ['malformed UTF-8 in mail', '=3D =3D =FF', '= = %FF'],
    ['quoted mail', '>> a\n>b\n > c', 'a\nb\nc'],
    ['a line break in a URL in brackets', '<http://x.example/a\n b>', '<http://x.example/ab>'],
    ['a folded line', 'ab\n cd\r\n ef', 'abcdef'],
    ['an indented URL', 'ab\n http://x.example/', 'ab\n http://x.example/'],
    ['an indented label', 'ab\n Room 1: x', 'ab\n Room 1: x'],
    ['a folded line with a colon', 'ab\n c/d: x', 'abc/d: x'],
    ['a wrapped URL', `${LONG_URL}\n1-2\nc`, `${LONG_URL}1-2\nc`],
    ['a wrapped URL with CRLF', `${LONG_URL}\r\n1-2\r\nc`, `${LONG_URL}1-2\r\nc`],
    ['a shorter URL', `${LONG_URL.slice(0, -1)}\n1-2\nc`, `${LONG_URL.slice(0, -1)}\n1-2\nc`],
    ['a long line without a URL', `${'a'.repeat(70)}\n1-2`, `${'a'.repeat(70)}\n1-2`],
    ['words after a URL', `${LONG_URL} b\n1-2`, `${LONG_URL} b\n1-2`],
    ['a comment', 'a<!-- x -->b', 'a b'],
    ['an open comment', 'a<!-- x', 'a '],
    ['three levels of escapes', '&amp;amp;lt;', '<'],
    ['more levels of escapes', '&amp;amp;amp;lt;', '&lt;'],
    ['variation selectors', 'a\ufe0f❤\ufe0f', 'a❤\ufe0f'],
  ];
  for (const [name, text, reading] of texts) {
    it(`reads ${name}`, () => expect(unwrapText(text)[0]).to.equal(reading));
  }
});
