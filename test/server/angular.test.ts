import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

// The built package.
const element = 'livewebinar-room/element';
const { LivewebinarRoom } = (await import(element)) as {
  LivewebinarRoom: { properties: Record<string, { type?: unknown }> };
};
const code = await readFile(new URL('../../dist/angular/index.js', import.meta.url), 'utf8');

describe('livewebinar-room/angular', () => {
  it('is compiled for the linker of an application', () => {
    expect(code).to.include('ɵɵngDeclareDirective(');
    expect(code).not.to.include('ɵɵdefineDirective(');
  });

  it('has an input for every property of the element', () => {
    const inputs = [...code.matchAll(/classPropertyName: "(\w+)"/g)].map(([, name]) => name);
    expect(inputs).to.have.members(Object.keys(LivewebinarRoom.properties));
  });

  it('takes the bare attribute for every boolean property', () => {
    const flags = [...code.matchAll(/(\w+) = input\([^;]*booleanAttribute/g)].map(
      ([, name]) => name,
    );
    const booleans = Object.entries(LivewebinarRoom.properties).filter(
      ([, { type }]) => type === Boolean,
    );
    expect(flags).to.have.members(booleans.map(([name]) => name));
  });
});
