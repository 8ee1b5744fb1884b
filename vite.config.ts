import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform as minifyCss } from 'lightningcss';
import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { startStandIn } from './src/testing/stand-in/server.js';
import { roomAddresses } from './scripts/room-addresses.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Runs the local stand-in for LiveWebinar beside the dev and the preview server. */
function standIn(): Plugin {
  const run = async ({
    httpServer,
  }: {
    httpServer: { once(event: 'close', f: () => void): unknown } | null;
  }) => {
    httpServer?.once('close', await startStandIn());
  };
  return { name: 'stand-in', configureServer: run, configurePreviewServer: run };
}

/** The pages: playground and demo. */
const site: UserConfig = {
  appType: 'mpa',
  // Without `development`: that is for those who work on a library, Lit's tells them so in the console.
  resolve: { conditions: ['module', 'browser'] },
  plugins: [standIn(), roomAddresses()],
  server: { port: 5173 },
  preview: { port: 4173, strictPort: true },
  build: {
    outDir: 'site',
    rolldownOptions: {
      input: [
        at('index.html'),
        ...readdirSync(at('demo'))
          .filter((file) => file.endsWith('.html'))
          .map((file) => at(`demo/${file}`)),
      ],
    },
  },
};

/** Makes the words of css`…` small, which no minifier of scripts touches. */
const smallStyles: Plugin = {
  name: 'small-styles',
  transform: {
    filter: { id: /\.styles\.ts$/ },
    handler: (code, filename) => ({
      code: code.replace(/css`([^`]*)`/, (_, css: string) => {
        const small = minifyCss({ filename, code: Buffer.from(css), minify: true });
        return `css\`${small.code.toString()}\``;
      }),
      map: null,
    }),
  },
};

/** One file a source file. */
const PRESERVED = {
  preserveModules: true,
  preserveModulesRoot: 'src',
  // @lit/react is taken in, 1 kB with its licence line: as a dependency it would install React's
  // types with every framework, and those of React 18 change what JSX means there.
  entryFileNames: ({ name }: { name: string }) =>
    name.includes('@lit/react') ? 'react/lit-react.js' : '[name].js',
};

/** The package for bundlers: one file a source file, Lit stays an import. */
const lib: UserConfig = {
  publicDir: false,
  plugins: [smallStyles],
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: {
      entry: [
        'index',
        'define',
        'livewebinar-room',
        'url/index',
        'api/index',
        'react/index',
        'vue/index',
        // Each is empty here: its types are what it is for.
        ...['preact', 'react', 'solid', 'svelte', 'vue'].map((name) => `types/${name}`),
      ].map((name) => at(`src/${name}.ts`)),
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@shoelace-style\//, 'react', 'vue'],
      // "use client" stays the first line of its file, which is all it needs.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      output: PRESERVED,
    },
  },
};

/** What stands for these entries in workers and edge functions. */
const WORKER_ENTRIES = ['index', 'without-dom', 'react/index', 'vue/index'];

/** The package for workers and edge functions, which have no element. */
const worker: UserConfig = {
  plugins: [
    {
      name: 'without-dom',
      enforce: 'pre',
      resolveId: (source) =>
        /\/(livewebinar-room|define)\.js$/.test(source) ? at('src/without-dom.ts') : null,
      // All else is there already.
      generateBundle: (_, bundle) => {
        for (const file of Object.keys(bundle)) {
          if (!file.startsWith('worker/')) delete bundle[file];
        }
      },
    },
  ],
  publicDir: false,
  build: {
    ...lib.build,
    emptyOutDir: false,
    lib: { entry: WORKER_ENTRIES.map((name) => at(`src/${name}.ts`)), formats: ['es'] },
    rolldownOptions: {
      ...lib.build?.rolldownOptions,
      output: {
        ...PRESERVED,
        entryFileNames: (chunk) =>
          WORKER_ENTRIES.includes(chunk.name)
            ? `worker/${chunk.name}.js`
            : PRESERVED.entryFileNames(chunk),
      },
    },
  },
};

/** Makes scripts as small as they get. */
const smallest: Plugin = {
  name: 'smallest',
  async renderChunk(code) {
    const { code: small, map } = await minify(code, {
      module: true,
      ecma: 2020,
      compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true },
      sourceMap: true,
    });
    return { code: small!, map: map as string };
  },
};

/** One file for a script tag. */
const scriptTag = (entry: string, name: string): UserConfig => ({
  publicDir: false,
  plugins: [smallStyles, smallest],
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    lib: { entry: at(entry), formats: ['es'], fileName: () => name },
    rolldownOptions: {
      output: {
        // For the ES format Vite keeps the white space; Rolldown itself does not.
        minify: true,
        comments: false,
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId!.includes('/translations/') ? 'translations/[name].js' : '[name].js',
      },
    },
  },
});

/** The tag for a script tag: one file with Lit inside, and beside it what is loaded on demand. */
const cdn = scriptTag('src/script-tag.ts', 'livewebinar-room.min.js');
/** The link functions for a script tag, on their own. */
const cdnUrl = scriptTag('src/url/index.ts', 'url.min.js');

/** The static page for rooms on one's own address: fixed names, as the page is edited by hand. */
const roomPage: UserConfig = {
  publicDir: at('src/room-page/public'),
  plugins: [smallStyles, smallest],
  build: {
    outDir: 'dist/room-page',
    target: 'es2022',
    lib: {
      entry: ['enter-room', 'room-page'].map((name) => at(`src/room-page/${name}.ts`)),
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        minify: true,
        comments: false,
        entryFileNames: '[name].js',
        chunkFileNames: ({ name }) => `${name === 'links' ? '' : 'translations/'}${name}.js`,
        // What both files need; the browser is told of it ahead.
        codeSplitting: {
          groups: [{ name: 'links', test: /src\/(url\/|errors|room-page\/own-address)/ }],
        },
      },
    },
  },
};

export default defineConfig(
  ({ mode }) => ({ lib, worker, cdn, 'cdn-url': cdnUrl, 'room-page': roomPage })[mode] ?? site,
);
