import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { BENCH, ROOT } from './paths.js';

const OURS = `${ROOT}dist/index.js`;
const URL_FUNCTIONS = `${ROOT}dist/url/index.js`;
const HERE = fileURLToPath(BENCH);

/** The smallest import of each contender that embeds something, as a bundler adds it to a page. */
const IMPORTS = [
  ['livewebinar-room', `import ${JSON.stringify(OURS)};`, [], 'Lit and all included'],
  ['livewebinar-room without Lit', `import ${JSON.stringify(OURS)};`, ['lit', 'lit/*'], 'own code'],
  ['livewebinar-room/url', `export * from ${JSON.stringify(URL_FUNCTIONS)};`, [], 'all functions'],
  [
    'livewebinar-room/url, buildRoomUrl',
    `export { buildRoomUrl } from ${JSON.stringify(URL_FUNCTIONS)};`,
    [],
    'one function',
  ],
  ['lit', `export { LitElement, html } from 'lit';`, [], 'bare Lit'],
  ['@whereby.com/browser-sdk/embed', `import '@whereby.com/browser-sdk/embed';`, [], 'meeting'],
  [
    '@daily-co/daily-js',
    `import Daily from '@daily-co/daily-js'; Daily.createFrame(document.body).join({ url: 'x' });`,
    [],
    'meeting',
  ],
  [
    '@digitalsamba/embedded-sdk',
    `import { DigitalSambaEmbedded } from '@digitalsamba/embedded-sdk'; DigitalSambaEmbedded.createControl({ url: 'x' }).load();`,
    [],
    'meeting',
  ],
  [
    '@jitsi/react-sdk',
    `import { JitsiMeeting } from '@jitsi/react-sdk'; export default JitsiMeeting;`,
    ['react', 'react-dom', 'react/*', 'react-dom/*'],
    'meeting; React not counted',
  ],
  ['youtube-video-element', `import 'youtube-video-element';`, [], 'video'],
  [
    'lite-youtube-embed',
    `import 'lite-youtube-embed'; import 'lite-youtube-embed/src/lite-yt-embed.css';`,
    [],
    'video; script and style sheet',
  ],
  ['@justinribeiro/lite-youtube', `import '@justinribeiro/lite-youtube';`, [], 'video'],
];

/** Total size of files that are compressed one by one, as a server sends them. */
function sizes(files) {
  const sum = (size) => files.reduce((total, file) => total + size(file), 0);
  return {
    raw: sum((file) => file.length),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum(
      (file) =>
        brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: file.length } })
          .length,
    ),
  };
}

/** Bundles an import as a production page does, and returns what is loaded at once, without `import()`. */
async function bundle(source, external) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: source, resolveDir: HERE, sourcefile: 'page.js' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    legalComments: 'none',
    logLevel: 'error',
    external,
    outdir: 'out',
    absWorkingDir: HERE,
    write: false,
    metafile: true,
  });
  const outputs = metafile.outputs;
  const isEntry = (name) => outputs[name].entryPoint !== undefined && /stdin|page/.test(name);
  const wanted = new Set(Object.keys(outputs).filter((name) => isEntry(name)));
  for (const name of wanted) {
    for (const { path: other, kind, external } of outputs[name].imports) {
      if (kind === 'import-statement' && !external) wanted.add(other);
    }
    if (outputs[name].cssBundle) wanted.add(outputs[name].cssBundle);
  }
  return {
    files: [...wanted].map((name) =>
      Buffer.from(outputFiles.find((file) => file.path === path.resolve(HERE, name)).contents),
    ),
    shares: sharesOf([...wanted].map((name) => outputs[name].inputs)),
  };
}

/** Minified bytes of each package, and of each file and folder of this one, the largest first. */
function sharesOf(inputs) {
  const shares = {};
  for (const [file, { bytesInOutput }] of inputs.flatMap(Object.entries)) {
    const name = /(?:node_modules|dist)\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
    if (name) shares[name] = (shares[name] ?? 0) + bytesInOutput;
  }
  return Object.fromEntries(Object.entries(shares).sort(([, a], [, b]) => b - a));
}

const read = (file) => readFileSync(ROOT + file);

/** Bytes of each embed that a page loads before its first request to the vendor. */
export async function bytes() {
  const rows = [
    {
      name: 'livewebinar-room.min.js',
      note: 'the single file, Lit inside',
      ...sizes([read('dist/cdn/livewebinar-room.min.js')]),
    },
  ];
  if (existsSync(`${ROOT}dist/room-page`)) {
    const files = readdirSync(`${ROOT}dist/room-page`, { recursive: true })
      .map(String)
      .filter(
        (file) =>
          /\.(html|js|css)$/.test(file) &&
          !/translations|extras|ask-for-room|detect-room/.test(file),
      );
    rows.push({
      name: 'room page',
      note: `${files.length} files: ${files.join(', ')}`,
      ...sizes(files.map((file) => read(`dist/room-page/${file}`))),
    });
  }
  for (const [name, source, external, note] of IMPORTS) {
    const { files, shares } = await bundle(source, external);
    rows.push({ name, note, ...sizes(files), ...(name === 'livewebinar-room' && { shares }) });
  }
  return rows;
}
