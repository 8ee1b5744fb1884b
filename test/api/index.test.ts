import { expect } from 'chai';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

describe('livewebinar-room/api', () => {
  it('throws an error that names the reason when a page imports it', async () => {
    const global = globalThis as { window?: unknown };
    global.window = {};
    const error: unknown = await import('../../src/api/index.js').catch((e: unknown) => e);
    delete global.window;
    expect(error).to.include({ code: 'server-only' });
    expect((error as Error).message).to.include('client secret');
  });
});

describe('the package', () => {
  const bundle = async (mode: string) => {
    const built = await build({
      configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
      mode,
      logLevel: 'silent',
      build: { write: false },
    });
    const [output] = [built].flat() as Rolldown.RolldownOutput[];
    return output!.output.filter((file) => file.type === 'chunk');
  };
  const isOfTheApi = (id: string) => id.includes('/src/api/');

  it('imports the client in no other entry', async () => {
    const chunks = new Map((await bundle('lib')).map((chunk) => [chunk.fileName, chunk]));
    const reach = (name: string, seen = new Set<string>()): Set<string> => {
      const chunk = chunks.get(name);
      if (!chunk || seen.has(name)) return seen;
      seen.add(name);
      for (const next of [...chunk.imports, ...chunk.dynamicImports]) reach(next, seen);
      return seen;
    };
    const ofTheApi = [...chunks.values()]
      .filter(({ moduleIds }) => moduleIds.some(isOfTheApi))
      .map(({ fileName }) => fileName);
    expect(ofTheApi).to.include('api/client.js');

    const entries = [...chunks.values()].filter(({ isEntry }) => isEntry);
    expect(entries.map(({ fileName }) => fileName)).to.include.members(['index.js', 'define.js']);
    for (const { fileName } of entries) {
      const found = [...reach(fileName)].filter((name) => ofTheApi.includes(name));
      if (fileName === 'api/index.js') expect(found).to.include('api/server-only.js');
      else expect(found, fileName).to.deep.equal([]);
    }
  });

  it('does not contain the client in the single file', async () => {
    const [file] = await bundle('cdn');
    expect(file!.moduleIds.some((id) => id.endsWith('/src/cdn.ts'))).to.equal(true);
    expect(file!.moduleIds.filter(isOfTheApi)).to.deep.equal([]);
  });
});
