/** One row of the framework matrix. */
export interface Application {
  /** The row's name on the command line, and its folder in `demo/frameworks` unless `folder` is set. */
  readonly name: string;
  readonly folder?: string;
  readonly title: string;
  /** The dependency whose version the table shows. Default: this package. */
  readonly framework?: string;
  /** The path, within the application, of the file in `wrong/` that must not compile. */
  readonly wrong?: string;
  /** The script of `package.json` that runs unit tests. Such an application has no page. */
  readonly unitTests?: string;
  /** Whether it renders on a server. */
  readonly isServed?: boolean;
  /** Whether the short run includes it: the single file, the wrappers, and server rendering. */
  readonly isInShortRun?: boolean;
}

export const APPLICATIONS: readonly Application[] = [
  { name: 'plain', title: 'HTML, single file', isInShortRun: true },
  { name: 'import-map', title: 'HTML, import map', isInShortRun: true },
  {
    name: 'react',
    title: 'React',
    framework: 'react',
    wrong: 'src/wrong.tsx',
    isInShortRun: true,
  },
  { name: 'react-tag', title: 'React, bare tag', framework: 'react', wrong: 'src/wrong.tsx' },
  { name: 'react-18', title: 'React', framework: 'react', wrong: 'src/wrong.tsx' },
  {
    name: 'vue',
    title: 'Vue',
    framework: 'vue',
    wrong: 'src/Wrong.vue',
    isInShortRun: true,
  },
  { name: 'svelte', title: 'Svelte', framework: 'svelte', wrong: 'src/Wrong.svelte' },
  { name: 'preact', title: 'Preact', framework: 'preact', wrong: 'src/wrong.tsx' },
  { name: 'solid', title: 'Solid', framework: 'solid-js', wrong: 'src/wrong.tsx' },
  {
    name: 'angular',
    title: 'Angular',
    framework: '@angular/core',
    wrong: 'src/wrong.ts',
  },
  {
    name: 'lit-ssr',
    title: 'Lit SSR',
    framework: '@lit-labs/ssr',
    isServed: true,
    isInShortRun: true,
  },
  { name: 'next', title: 'Next.js', framework: 'next', isServed: true },
  { name: 'nuxt', title: 'Nuxt', framework: 'nuxt', isServed: true },
  { name: 'astro', title: 'Astro', framework: 'astro', isServed: true },
  {
    name: 'jsdom',
    folder: 'vitest',
    title: 'Vitest, jsdom',
    framework: 'jsdom',
    unitTests: 'test:jsdom',
    isInShortRun: true,
  },
  {
    name: 'happy-dom',
    folder: 'vitest',
    title: 'Vitest, happy-dom',
    framework: 'happy-dom',
    unitTests: 'test:happy-dom',
    isInShortRun: true,
  },
];
