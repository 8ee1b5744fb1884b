// Checks the types of the packed package with the type checker of each framework. Every case has right
// and wrong uses, and fails if a wrong use compiles.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const modules = path.join(here, 'node_modules');

/** Installs the packed package into a `node_modules` folder. */
function install(into) {
  const target = path.join(into, 'livewebinar-room');
  const packed = execFileSync(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', here],
    { cwd: root, encoding: 'utf8' },
  ).trim();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', path.join(here, packed), '-C', target, '--strip-components=1']);
  rmSync(path.join(here, packed));
}

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2024', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  types: [],
};

let passed = 0;
let failed = 0;
function report(name, complaint) {
  if (complaint) failed += 1;
  else passed += 1;
  console.log(`${complaint ? '✗' : '✓'} ${name}${complaint ? `\n${complaint}` : ''}`);
}

function run(name, ...args) {
  const script = path.join(modules, '.bin', name === 'typescript' ? 'tsc' : name);
  const { status, stdout, stderr } = spawnSync(script, args, {
    cwd: here,
    encoding: 'utf8',
  });
  return { ok: status === 0, output: stdout + stderr };
}

/** Runs a checker over a folder of cases. */
function checkFolder(folder, checker, { vueCompilerOptions, ...options }, ...args) {
  const config = path.join(here, 'cases', folder, 'tsconfig.json');
  const compilerOptions = { ...strict, skipLibCheck: true, ...options };
  writeFileSync(config, JSON.stringify({ compilerOptions, vueCompilerOptions, include: ['**/*'] }));
  const result = run(checker, ...args, config);
  rmSync(config);
  return result;
}

/** Checks cases that mark their wrong uses with `@ts-expect-error`. */
function check(title, folder, options, checker = 'typescript') {
  const { ok, output } = checkFolder(folder, checker, options, '-p');
  report(title, ok ? '' : output);
}

/** Checks every entry that needs no framework, in a folder with the package and its dependencies only. */
function checkAlone() {
  const folder = mkdtempSync(path.join(tmpdir(), 'livewebinar-room-types-'));
  const alone = path.join(folder, 'node_modules');
  install(alone);
  for (const name of [
    'lit',
    'lit-element',
    'lit-html',
    '@lit/reactive-element',
    '@lit-labs/ssr-dom-shim',
    '@types/trusted-types',
  ]) {
    cpSync(path.join(root, 'node_modules', name), path.join(alone, name), { recursive: true });
  }
  cpSync(path.join(here, 'cases/dom/element.ts'), path.join(folder, 'element.ts'));
  for (const [title, options] of [
    ['bundler', {}],
    ['nodenext', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
  ]) {
    const config = path.join(folder, 'tsconfig.json');
    writeFileSync(
      config,
      JSON.stringify({ compilerOptions: { ...strict, ...options }, files: ['element.ts'] }),
    );
    const { ok, output } = run('typescript', '-p', config);
    report(`no framework, moduleResolution ${title}`, ok ? '' : output);
  }
  rmSync(folder, { recursive: true });
}

checkAlone();
install(modules);
const jsx = { jsx: 'react-jsx' };
check('React 19, wrapper', 'react', jsx);
check('React 19, tag', 'react-19', jsx);
check('React 18, wrapper', 'react', {
  ...jsx,
  paths: {
    react: ['../../node_modules/@types/react-18'],
    'react/*': ['../../node_modules/@types/react-18/*'],
  },
});
check('Preact 10, tag', 'preact', { ...jsx, jsxImportSource: 'preact' });
check('Preact 11, tag', 'preact', {
  ...jsx,
  jsxImportSource: 'preact',
  paths: {
    preact: ['../../node_modules/preact-11'],
    'preact/*': ['../../node_modules/preact-11/*'],
  },
});
check('Solid, tag', 'solid', { jsx: 'preserve', jsxImportSource: 'solid-js' });
const vue = { jsx: 'preserve', vueCompilerOptions: { strictTemplates: true } };
check('Vue, wrapper and tag', 'vue', vue, 'vue-tsc');

// Svelte's templates cannot mark an expected error, so the lines are listed here.
const svelteArgs = ['--output', 'machine', '--workspace', 'cases/svelte', '--tsconfig'];
const svelte = checkFolder('svelte', 'svelte-check', {}, ...svelteArgs);
const errors = [...svelte.output.matchAll(/ERROR "(\w+)\.svelte" (\d+):/g)].map(
  ([, file, line]) => `${file}:${line}`,
);
const expected = [5, 6, 7, 8, 9, 10, 11].map((line) => `Wrong:${line}`);
report('Svelte, tag', errors.join() === expected.join() ? '' : svelte.output);

console.log(`\ntypes: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
