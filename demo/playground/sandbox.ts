/// <reference types="vite/client" />
import type { FormatName } from './code/formats.js';

/** Formats that can be opened in an online editor, with the editor's name. */
export const SANDBOXES: Partial<Record<FormatName, 'CodePen' | 'StackBlitz'>> = {
  tag: 'CodePen',
  react: 'StackBlitz',
  vue: 'StackBlitz',
  svelte: 'StackBlitz',
  angular: 'StackBlitz',
  javascript: 'StackBlitz',
};

/** Set-up of the example applications. Tests run them with these versions. */
const SETUPS = import.meta.glob<string>(
  '../frameworks/{react,vue,svelte,angular}/{package.json,*.config.ts,angular.json,tsconfig.json,index.html,src/index.html,src/page.css}',
  { query: '?raw', import: 'default' },
);

/** The application around the code: the file it is in, and what mounts it. */
const MOUNTS: Partial<Record<FormatName, { file: string; main: string; mount: string }>> = {
  react: {
    file: 'src/webinar.jsx',
    main: 'src/main.jsx',
    mount: `import { createRoot } from 'react-dom/client';
import { Webinar } from './webinar.jsx';

createRoot(document.getElementById('root')).render(<Webinar />);
`,
  },
  vue: {
    file: 'src/Webinar.vue',
    main: 'src/main.ts',
    mount: `import { createApp } from 'vue';
import Webinar from './Webinar.vue';

createApp(Webinar).mount('#root');
`,
  },
  svelte: {
    file: 'src/Webinar.svelte',
    main: 'src/main.ts',
    mount: `import { mount } from 'svelte';
import Webinar from './Webinar.svelte';

mount(Webinar, { target: document.getElementById('root')! });
`,
  },
  angular: {
    file: 'src/webinar.ts',
    main: 'src/main.ts',
    mount: `import { bootstrapApplication } from '@angular/platform-browser';
import { Webinar } from './webinar';

bootstrapApplication(Webinar).catch(console.error);
`,
  },
};

/** Reads the set-up of an example application, by its paths in the project. */
async function readSetup(name: string): Promise<Map<string, string>> {
  const folder = `../frameworks/${name}/`;
  const paths = Object.keys(SETUPS).filter((path) => path.startsWith(folder));
  const files = paths.map(
    async (path) => [path.slice(folder.length), await SETUPS[path]!()] as const,
  );
  return new Map(await Promise.all(files));
}

/** Builds the files of a project that shows the code. */
async function buildProject(format: FormatName, code: string): Promise<Map<string, string>> {
  const mount = MOUNTS[format];
  const files = await readSetup(mount ? format : 'react');
  const manifest = JSON.parse(files.get('package.json')!) as Record<string, object>;
  if (mount) {
    files.set(mount.file, `${code}\n`).set(mount.main, mount.mount);
    const html = files.has('index.html') ? 'index.html' : 'src/index.html';
    const page = files
      .get(html)!
      .replace('src/main.tsx', mount.main)
      .replace('<app-root></app-root>', '<app-webinar></app-webinar>');
    files.set(html, page);
  } else {
    // Without a framework, the set-up only needs the development server.
    const { vite } = manifest.devDependencies as { vite: string };
    manifest.dependencies = { 'livewebinar-room': 'latest' };
    manifest.devDependencies = { vite };
    files.clear();
    files.set('src/webinar.js', `${code}\n`);
    files.set(
      'index.html',
      '<!doctype html>\n<html lang="en">\n  <title>Webinar</title>\n  <main></main>\n  <script type="module" src="src/webinar.js"></script>\n</html>\n',
    );
  }
  manifest.stackblitz = { startCommand: 'npm run dev' };
  return files.set('package.json', JSON.stringify(manifest, null, 2));
}

function submit(action: string, fields: Record<string, string>): void {
  const form = Object.assign(document.createElement('form'), {
    method: 'post',
    action,
    target: '_blank',
    hidden: true,
  });
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('textarea'), { name, value }));
  }
  document.body.append(form);
  form.submit();
  form.remove();
}

/** Opens code in an online editor, in a new tab. The editor receives the code: it must not contain tokens. */
export async function openSandbox(format: FormatName, code: string): Promise<void> {
  const title = 'livewebinar-room';
  if (SANDBOXES[format] === 'CodePen') {
    const data = { title, html: code, editors: '100' };
    return submit('https://codepen.io/pen/define', { data: JSON.stringify(data) });
  }
  const files = [...(await buildProject(format, code))].map(
    ([path, content]) => [`project[files][${path}]`, content] as const,
  );
  const shown = MOUNTS[format]?.file ?? 'src/webinar.js';
  submit(`https://stackblitz.com/run?file=${encodeURIComponent(shown)}`, {
    'project[title]': title,
    'project[template]': 'node',
    ...Object.fromEntries(files),
  });
}
