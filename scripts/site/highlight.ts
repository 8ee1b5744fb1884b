import { tokenize } from '../../demo/playground/highlight.js';
import { escapeHtml } from './template.js';

/** Renders code as HTML, with its tokens in color. */
export const highlightHtml = (code: string): string =>
  tokenize(code)
    .map(({ text, kind }) =>
      kind ? `<span class="${kind}">${escapeHtml(text)}</span>` : escapeHtml(text),
    )
    .join('');

/** Renders a block of code with a caption. A script adds the button that copies it. */
export const renderCode = (caption: string, code: string): string =>
  `<figure class="code"><figcaption>${escapeHtml(caption)}</figcaption>
<pre tabindex="0" role="group" aria-label="${escapeHtml(caption)}"><code>${highlightHtml(code)}</code></pre></figure>`;
