import { expect } from 'chai';
import { isOwnFolder, readOwnRoom } from '../../src/room-page/own-room-url.js';

const ROOM = { licenseKey: '123-123-123' };
const read = (path: string, base = '/room/', folder = base) =>
  readOwnRoom(new URL(path, 'https://example.com'), base, folder);

describe('readOwnRoom', () => {
  const rooms: [path: string, link: object, isInHash: boolean][] = [
    ['/room/123-123-123', ROOM, false],
    ['/room/123-123-123/abc', { ...ROOM, roleToken: 'abc' }, false],
    ['/room/123-123-123#456-456-456', ROOM, false],
    ['/room/#123-123-123', ROOM, true],
    ['/room#123-123-123', ROOM, true],
    ['/room/index.html#123-123-123', ROOM, true],
    ['/room/#/123-123-123', ROOM, true],
    ['/room/#!/123-123-123/', ROOM, true],
    ['/room/#123-123-123/abc', { ...ROOM, roleToken: 'abc' }, true],
    ['/room/#123-123-123?_nickname=Ada%20B', { ...ROOM, nickname: 'Ada B' }, true],
    ['/room/?_nickname=Ada#123-123-123', ROOM, true],
    ['/room/a/b/c#123-123-123', ROOM, true],
  ];
  for (const [path, link, isInHash] of rooms) {
    it(`reads ${path}`, () => {
      expect(read(path)).to.deep.equal({ link, isInHash });
    });
  }

  for (const path of [
    '/room/',
    '/room',
    '/room/index.html',
    '/room/#',
    '/room/#a/b/c',
    '/room/#%E0%A4%A',
    '/room/#//',
    '/room/#\\\\evil.example/x/y/z',
    '/elsewhere',
  ]) {
    it(`finds no room in ${path}`, () => {
      expect(read(path)).to.equal(null);
    });
  }

  it('never takes another origin from the hash', () => {
    for (const hash of ['//evil.example/x', '/\\evil.example/x', 'https://evil.example/x']) {
      const found = read(`/#${hash}`, '/');
      expect(found?.link.licenseKey ?? '').not.to.equal('x');
    }
  });

  it('takes the folder of the page for no room where rooms are at the root', () => {
    expect(read('/room/', '/', '/room/')).to.equal(null);
    expect(read('/123-123-123', '/', '/room/')).to.deep.equal({ link: ROOM, isInHash: false });
  });
});

describe('isOwnFolder', () => {
  it('knows the folder with and without its slash, and its file', () => {
    for (const path of ['/room/', '/room', '/room/index.html', '/room/?a=b#c']) {
      expect(isOwnFolder(new URL(path, 'https://example.com'), '/room/'), path).to.equal(true);
    }
    for (const path of ['/', '/room/x', '/roommates', '/x/room/']) {
      expect(isOwnFolder(new URL(path, 'https://example.com'), '/room/'), path).to.equal(false);
    }
  });
});
