import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The layers of the sources: each may import itself and the ones above it. Files of `src/` without a folder are named
 * by their file name.
 */
const LAYERS = [
  ['errors', 'events', 'findings', 'translation', 'translations'],
  ['url', 'calendar'],
  ['session', 'room-request'],
  ['gates'],
  ['controllers'],
  ['defaults', 'diagnose', 'extra-loaders', 'preconnect', 'render', 'livewebinar-room.styles'],
  ['livewebinar-room'],
  ['define', 'room-properties', 'without-dom'],
  ['index', 'cdn'],
];

/** What nothing imports: wrappers, pages and entries of their own. */
const ENTRIES = [
  'react',
  'vue',
  'angular',
  'types',
  'room-page',
  'api',
  'consent',
  'testing',
  'cli',
];

/** Entries that another entry may import: the command starts the stand-in. */
const SHARED_ENTRIES = { cli: ['testing'] };

/** Keeps the files of a layer from importing a later one, and any file from importing an entry. */
const oneWayImports = [...LAYERS, ...ENTRIES.map((name) => [name])].flatMap((layer, index) => {
  const others = [...LAYERS.slice(index + 1).flat(), ...ENTRIES];
  const later = others
    .filter((name) => !layer.includes(name) && !SHARED_ENTRIES[layer[0]]?.includes(name))
    .join('|');
  const forbid = (files, parent) => ({
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^${parent}(${later})(/|\\.js$)`,
              message: 'Imports flow one way, see docs/architecture.md.',
            },
          ],
        },
      ],
    },
  });
  return [
    forbid(
      layer.map((name) => `src/${name}.ts`),
      '\\./',
    ),
    forbid(
      layer.map((name) => `src/${name}/**/*.{ts,js}`),
      '(\\.\\./)+',
    ),
  ];
});

/** Vendor hosts and the names of its options are in one folder, so that a change of the vendor is a change there. */
const vendorNames = {
  files: ['src/**/*.ts'],
  ignores: ['src/url/**', 'src/api/**', 'src/cli/vendor/**', 'src/testing/**'],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...['Literal[value=/livewebinar\\.com|archiebot/]', 'Literal[value=/^_[a-z]+_/]'].map(
        (selector) => ({ selector, message: 'Vendor hosts and option names belong in src/url.' }),
      ),
    ],
  },
};
const vendorGlobal = {
  files: ['src/**/*.ts'],
  ignores: ['src/session/**', 'src/url/**', 'src/testing/**'],
  rules: {
    'no-restricted-properties': [
      'error',
      { property: 'Widget', message: 'window.Widget belongs in src/session.' },
    ],
  },
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'site/',
    'coverage/',
    'test-results/',
    'demo/frameworks/',
    'src/angular/',
    'test/bundlers/app/',
    'test/frameworks/unit/',
    'test/frameworks/wrong/',
    'test/types/cases/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    // LitElement always has the lifecycle callbacks.
    rules: { ...litA11y.configs.recommended.rules, 'wc/guard-super-call': 'off' },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
  },
  {
    // JSX is a namespace: its tags cannot be added to otherwise.
    files: ['src/types/*.ts'],
    rules: { '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }] },
  },
  {
    files: ['test/**/*.ts'],
    languageOptions: { globals: { ...globals.mocha, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
      '@typescript-eslint/no-floating-promises': 'off', // chai-a11y-axe types every assertion as PromiseLike
      '@typescript-eslint/no-unsafe-assignment': 'off', // oneEvent() gives any
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  {
    // Some of it runs in pages that it opens.
    files: ['test/bench/*.js', 'test/testing/*.js'],
    languageOptions: { globals: globals.browser },
  },
  // A recipe: the host calls its function.
  { files: ['docs/hosting/*.js'], rules: { 'no-unused-vars': 'off' } },
  {
    files: ['demo/*.js', 'demo/server/browser/*.js', 'demo/testing/*.js'],
    languageOptions: { globals: globals.browser },
  },
  ...oneWayImports,
  vendorNames,
  vendorGlobal,
  prettier,
);
