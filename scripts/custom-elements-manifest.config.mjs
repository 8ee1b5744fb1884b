// Makes what editors and other tools read of the element, from its doc comments: custom-elements.json,
// and from that the data of VS Code and of the JetBrains editors.
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** What the element does for Lit and for the browser, not for those who use it. */
const CALLBACKS = /^(#|connected|disconnected|willUpdate|updated|render|finalize|hostUpdate)/;

/** Keeps what is public, under the paths of the published files. */
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
    published,
    customElementVsCodePlugin({ outdir: 'dist/editors', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist/editors', packageJson: false, hideLogs: true }),
  ],
};
