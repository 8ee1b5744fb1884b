/** One application of `demo/frameworks`. */
export interface Application {
  /** Its folder. */
  readonly name: string;
  readonly title: string;
  /** The dependency whose version the table shows; the package's own if left out. */
  readonly framework?: string;
  /** Where its types are checked: the file of `wrong/` that has to fail, as a file of the application. */
  readonly wrong?: string;
  /** Renders on a server. */
  readonly isServed?: boolean;
  /** In the short run too: the single file, the wrappers, and what a server renders. */
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
  { name: 'astro', title: 'Astro', framework: 'astro', isServed: true },
];
