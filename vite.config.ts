import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform as minifyCss } from 'lightningcss';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { startStandIn } from './src/testing/stand-in/start.js';
import { serveRoomPage } from './scripts/serve-room-page.js';
import { docPages, sitePages } from './scripts/site/site-pages.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Runs the local stand-in for LiveWebinar beside the dev and the preview server. */
function standIn(): Plugin {
  const run = async ({
    httpServer,
  }: {
    httpServer: { once(event: 'close', f: () => void): unknown } | null;
  }) => {
    const { stop } = await startStandIn();
    httpServer?.once('close', () => void stop());
  };
  return { name: 'stand-in', configureServer: run, configurePreviewServer: run };
}

/** The site: playground, demos and documentation. */
const site: UserConfig = {
  appType: 'mpa',
  // Relative, so that the site works in any folder of any host.
  base: './',
  // Without `development`, for which Lit prints a notice in the console.
  resolve: { conditions: ['module', 'browser'] },
  plugins: [standIn(), serveRoomPage(), sitePages()],
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
        ...docPages(),
      ],
    },
  },
};

/** Minifies css`…`, which minifiers of scripts leave alone. */
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

/** Marks an entry that is built a second time for workers and edge functions, which have no DOM. */
const NO_DOM = '?no-dom';

/** In those entries, a placeholder takes the place of the element. */
const withoutDom: Plugin = {
  name: 'without-dom',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source.endsWith(NO_DOM)) return source;
    return importer?.endsWith(NO_DOM) && /\/(livewebinar-room|define)\.js$/.test(source)
      ? at('src/without-dom.ts')
      : null;
  },
};

/** `src/react/index.ts` gives `react/index.js`, and `worker/react/index.js` if built without a DOM. */
const nameOutput = ({ name }: { name: string }) => {
  // @lit/react is bundled, 1 kB with its licence line: as a dependency it would install React's
  // types with every framework, and those of React 18 change what JSX means there.
  if (name.includes('@lit/react')) return 'react/lit-react.js';
  return /^without-dom$|_no-dom$/.test(name)
    ? `worker/${name.replace('.ts_no-dom', '')}.js`
    : '[name].js';
};

/** The package for bundlers: one file per source file, Lit stays an import. */
const lib: UserConfig = {
  publicDir: false,
  plugins: [smallStyles, withoutDom],
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
        'calendar/index',
        'consent/index',
        'api/index',
        'react/index',
        'vue/index',
        // Empty at run time: these entries only add types.
        ...['preact', 'react', 'solid', 'svelte', 'vue'].map((name) => `types/${name}`),
        'testing/playwright',
        'testing/msw',
      ]
        .map((name) => at(`src/${name}.ts`))
        .concat(at('src/testing/index.js'))
        .concat(['index', 'react/index', 'vue/index'].map((name) => at(`src/${name}.ts`) + NO_DOM)),
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^(node:|lit($|\/))/, 'react', 'vue', '@playwright/test', 'msw'],
      // An inlined constant leaves a bare import behind, which bundlers warn about.
      optimization: { inlineConst: false },
      // "use client" stays the first line of its file, which is all it needs.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: nameOutput,
      },
    },
  },
};

/** Keeps the file of a script tag one file, which its integrity hash covers, and which needs no second request. */
const singleFile: Plugin = {
  name: 'single-file',
  enforce: 'pre',
  resolveId(source) {
    // These share code with the element, so they are files of their own with all of it inside.
    if (source.endsWith('/url/find-room.js')) return { id: './url.min.js', external: true };
    if (source.endsWith('/calendar/index.js')) return { id: './calendar.min.js', external: true };
    return null;
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.isEntry || chunk.imports.length === 0) continue;
      const shared = chunk.imports.flatMap((file) => {
        const other = bundle[file];
        return other?.type === 'chunk' ? other.moduleIds : [];
      });
      this.error(
        `${chunk.fileName} would be two files, because a part that is loaded on demand imports what the element imports, too: ${shared.join(', ')}. Pass it to the part instead.`,
      );
    }
  },
};

/** Keeps Lit's development build out, whatever NODE_ENV is. */
const production: UserConfig['resolve'] = { conditions: ['module', 'browser', 'production'] };

/** A minified file for a script tag. */
const scriptTag = (entry: string, name: string, codeSplitting = false): UserConfig => ({
  publicDir: false,
  resolve: production,
  plugins: [smallStyles, ...(codeSplitting ? [singleFile] : [])],
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
        codeSplitting,
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.includes('/translations/') ? 'translations/[name].js' : '[name].js',
      },
    },
  },
});

/** Builds of one mode each: `vite build --mode cdn`. */
const MODES: Record<string, UserConfig> = {
  lib,
  // The element with Lit inside; translations and extras are loaded on demand from the files beside it.
  cdn: scriptTag('src/cdn.ts', 'livewebinar-room.min.js', true),
  // The same with all of them inside, so that one integrity hash covers all that runs.
  'cdn-all': scriptTag('src/cdn.ts', 'livewebinar-room.all.min.js'),
  // The stand-in of the site, in one file: not every browser takes modules as service workers.
  'stand-in-worker': {
    publicDir: false,
    build: {
      outDir: 'site',
      emptyOutDir: false,
      minify: true,
      lib: {
        entry: at('demo/site/stand-in-worker.ts'),
        formats: ['iife'],
        name: 'standIn',
        fileName: () => 'stand-in-worker.js',
      },
    },
  },
  // The command, in one file with its parsers: nobody who uses the tag installs them.
  cli: {
    publicDir: false,
    build: {
      outDir: 'dist/cli',
      target: 'node20',
      license: { fileName: 'licenses.md' },
      lib: { entry: at('src/cli/main.ts'), formats: ['es'], fileName: () => 'main.js' },
      rolldownOptions: { external: /^node:/, output: { codeSplitting: false, minify: true } },
    },
  },
  'cdn-url': scriptTag('src/url/index.ts', 'url.min.js'),
  'cdn-calendar': scriptTag('src/calendar/index.ts', 'calendar.min.js'),
  'cdn-consent': scriptTag('src/consent/index.ts', 'consent.min.js'),
  // Copied to a site and edited by hand: its file names are fixed.
  'room-page': {
    publicDir: at('src/room-page/public'),
    resolve: production,
    plugins: [smallStyles],
    build: {
      outDir: 'dist/room-page',
      target: 'es2022',
      lib: {
        entry: {
          'enter-room': at('src/room-page/enter-room.ts'),
          'livewebinar-room': at('src/define.ts'),
        },
        formats: ['es'],
      },
      rolldownOptions: {
        output: {
          minify: true,
          comments: false,
          entryFileNames: '[name].js',
          chunkFileNames: ({ name, facadeModuleId }) => {
            const isPage =
              /^(links|detect-room)$/.test(name) || facadeModuleId?.includes('/room-page/');
            const isTranslation = facadeModuleId?.includes('/translations/');
            if (isTranslation) return `translations/${isPage ? 'page/' : ''}${name}.js`;
            return `${isPage ? '' : 'extras/'}${name}.js`;
          },
          codeSplitting: {
            groups: [
              {
                name: 'links',
                // What every room needs, and the HTML preloads: not the reader of invitations, which only the
                // field needs, and the element once a key is wrong.
                test: /src\/(errors|room-page|url\/(?!detect-|find-|embed-code|room-number|room-tag|script-or|un))/,
                minShareCount: 2,
              },
            ],
          },
        },
      },
    },
  },
};

export default defineConfig(({ mode }) => MODES[mode] ?? site);
