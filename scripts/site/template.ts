/** Section of the site that a page belongs to. */
export type Section = 'playground' | 'demos' | 'docs';

const SECTIONS: Readonly<Record<Section, { title: string; path: string }>> = {
  playground: { title: 'Playground', path: 'index.html' },
  demos: { title: 'Demos', path: 'demo/index.html' },
  docs: { title: 'Docs', path: 'docs/index.html' },
};

/** Escapes a text for HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Renders the header of every page. `root` is the relative path to the root of the site. */
export function renderHeader(section: Section, root: string): string {
  const links = Object.entries(SECTIONS).map(
    ([name, { title, path }]) =>
      `<a href="${root}${path}"${name === section ? ' aria-current="page"' : ''}>${title}</a>`,
  );
  return `<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="brand" href="${root}index.html">livewebinar-room</a>
<nav aria-label="Site">${links.join('\n')}</nav>
</header>`;
}

/** Adds the header to the HTML of a page, and the path to the root of the site for its scripts. */
export const addHeader = (html: string, section: Section, root: string): string =>
  html
    .replace('<html lang="en"', `$& data-site="${root || './'}"`)
    .replace(/<body[^>]*>/, `$&\n${renderHeader(section, root)}`);
