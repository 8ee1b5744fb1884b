import { expect } from 'chai';
import { findRoomTags } from '../../src/url/room-tag.js';

describe('findRoomTags', () => {
  const tags: [attributes: string, found: Record<string, string>][] = [
    ['license-key="1" controls', { 'license-key': '1', controls: '' }],
    [`license-key = "1" nickname='Ada'`, { 'license-key': '1', nickname: 'Ada' }],
    ['licenseKey={ "1" } controls', { 'license-key': '1', controls: '' }],
    [`licenseKey={'1'} nickname={\`Ada L\`}`, { 'license-key': '1', nickname: 'Ada L' }],
    ['roleToken={token} licenseKey="1"', { 'license-key': '1' }],
    [`:license-key="'1'" v-bind:nickname="'Ada'"`, { 'license-key': '1', nickname: 'Ada' }],
    [`:nickname=" 'Ada L'  "`, { nickname: 'Ada L' }],
    [':nickname="`Ada`"', { nickname: 'Ada' }],
    [`[licenseKey]="'1'"`, { 'license-key': '1' }],
    [`:nickname="name" :email="'a' + b" :label="b + 'a'" controls`, { controls: '' }],
    [':nickname', { ':nickname': '' }],
    [`@focus:x="1" y]="2"`, { '@focus:x': '1', 'y]': '2' }],
  ];
  for (const [attributes, found] of tags) {
    it(`returns the attributes ${attributes}`, () => {
      expect([...findRoomTags(`<livewebinar-room ${attributes}>`)]).to.deep.equal([found]);
    });
  }
});
