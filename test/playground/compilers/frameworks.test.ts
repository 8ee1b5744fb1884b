import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { createSSRApp } from 'vue';
import { parse } from 'vue/compiler-sfc';
import { renderToString } from 'vue/server-renderer';
import { writeReact } from '../../../demo/playground/code/react.js';
import { writeVue } from '../../../demo/playground/code/vue.js';
import type { RoomOptions } from '../../../demo/playground/settings.js';
import { anyText, HOSTILE, LOOK, roomWith } from '../hostile.js';

/** Compiles the component like a build, renders it, and returns the props of the wrapper. */
function readReact(code: string): unknown {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { jsx: ts.JsxEmit.React, module: ts.ModuleKind.CommonJS },
    fileName: 'webinar.jsx',
  });
  const wrapper = { LivewebinarRoom: Symbol('LivewebinarRoom') };
  const createElement = (type: unknown, props: unknown) => {
    expect(type).to.equal(wrapper.LivewebinarRoom);
    return props;
  };
  const exports: { Webinar?: () => unknown } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- generated code is run to see what it does
  const run = new Function('require', 'exports', 'React', outputText) as (
    require: (path: string) => unknown,
    exports: object,
    react: object,
  ) => void;
  run((path) => path === 'livewebinar-room/react' && wrapper, exports, { createElement });
  return exports.Webinar!();
}

async function readVue(code: string, options: RoomOptions): Promise<unknown> {
  const { descriptor, errors } = parse(code);
  expect(errors).to.deep.equal([]);
  expect(descriptor.scriptSetup!.content.trim()).to.equal(
    "import { LivewebinarRoom } from 'livewebinar-room/vue';",
  );
  let given: unknown;
  const LivewebinarRoom = {
    props: Object.fromEntries(
      Object.entries(options).map(([name, value]) => [
        name,
        { type: value === true ? Boolean : null },
      ]),
    ),
    setup(props: object, { attrs }: { attrs: object }) {
      given = { ...props, ...attrs };
      return () => null;
    },
  };
  const app = createSSRApp({
    template: descriptor.template!.content,
    components: { LivewebinarRoom },
  });
  await renderToString(app);
  return given;
}

describe('code of the playground for React', () => {
  const check = (options: RoomOptions) =>
    expect(readReact(writeReact(options, LOOK))).to.deep.equal({ ...options, ...LOOK });

  for (const text of HOSTILE) {
    it(`gives back ${JSON.stringify(text)}`, () => void check(roomWith(text)));
  }

  it('gives back any text', () =>
    fc.assert(
      fc.property(anyText, (text) => void check(roomWith(text))),
      { numRuns: 100 },
    ));
});

describe('code of the playground for Vue', () => {
  const check = async (options: RoomOptions) =>
    expect(await readVue(writeVue(options, LOOK), options)).to.deep.equal({
      ...options,
      lang: LOOK.lang,
      style: LOOK.style,
    });

  for (const text of HOSTILE) {
    it(`gives back ${JSON.stringify(text)}`, async () => void (await check(roomWith(text))));
  }

  it('gives back any text', () =>
    fc.assert(
      fc.asyncProperty(anyText, async (text) => void (await check(roomWith(text)))),
      { numRuns: 100 },
    ));
});
