import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');

const documents = [
  ...readdirSync(ROOT),
  ...readdirSync(`${ROOT}/docs`, { recursive: true }).map((file) => `docs/${String(file)}`),
  'demo/server/README.md',
].filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md');

const read = (file: string) => readFileSync(`${ROOT}/${file}`, 'utf8');

/** Returns the text without code, in which brackets are no links. */
const withoutCode = (text: string) => text.replace(/```[^]*?```|`[^`\n]*`/g, '');

/** Returns the anchors that GitHub gives to the headings of a document. */
const anchorsOf = (file: string) =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the documentation', () => {
  for (const document of documents) {
    it(`has no broken link: ${document}`, () => {
      const links = [
        ...withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g),
      ]
        .map(([, link, source]) => (link ?? source)!)
        .filter((link) => !/^\w+:/.test(link));
      const broken = links.filter((link) => {
        const [file, anchor] = link.split('#') as [string, string?];
        const target = file ? path.join(path.dirname(document), file) : document;
        if (!existsSync(`${ROOT}/${target}`)) return true;
        return (
          anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor)
        );
      });
      expect(broken).to.deep.equal([]);
    });
  }

  it('has a place in the README for every guide', () => {
    const readme = read('README.md');
    const guides = readdirSync(`${ROOT}/docs`).filter((file) => file.endsWith('.md'));
    expect(guides.filter((guide) => !readme.includes(`(docs/${guide}`))).to.deep.equal([]);
  });
});
