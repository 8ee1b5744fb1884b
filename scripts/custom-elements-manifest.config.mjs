// Creates custom-elements.json from the doc comments, and from that the data for VS Code and the JetBrains editors.
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** Members that Lit or the browser calls, which are not part of the public API. */
const CALLBACKS =
  /^(#|adopted|connected|createRenderRoot|disconnected|finalize|hostUpdate|removeChild|render|update|willUpdate)/;

/** Adds the attributes, which the element derives from the names of its properties. */
const attributes = {
  name: 'attributes',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const element = moduleDoc.declarations?.find(({ name }) => name === node.name.text);
    const declared = node.members.filter(({ modifiers }) =>
      modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword),
    );
    for (const { name } of declared) {
      const member = element.members.find((other) => other.name === name.text);
      // Objects have none.
      if (member.type.text.startsWith('Record')) continue;
      const attribute = name.text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const { type, description } = member;
      member.attribute = attribute;
      (element.attributes ??= []).push({
        name: attribute,
        type,
        description,
        fieldName: name.text,
      });
    }
  },
};

/** Keeps public members only, and replaces source paths by those of the published files. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest }) {
    const paths = JSON.stringify(customElementsManifest).replace(
      /"\/?src\/([^"]*)\.[jt]s"/g,
      '"dist/$1.js"',
    );
    Object.assign(
      customElementsManifest,
      JSON.parse(paths, (key, value) =>
        key === 'members'
          ? value.filter(({ name, privacy }) => !(CALLBACKS.test(name) || privacy === 'protected'))
          : key === 'events'
            ? // The analyzer reads `dispatchEvent(new X(y))` as an event named y, besides the documented one.
              value.filter(({ description }) => description)
            : value,
      ),
    );
  },
};

export default {
  globs: ['src/livewebinar-room.ts', 'src/define.ts', 'src/events.ts', 'src/errors.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    attributes,
    published,
    customElementVsCodePlugin({ outdir: 'dist/editors', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist/editors', packageJson: false, hideLogs: true }),
  ],
};
