import type { Page } from '@playwright/test';
import { createRequire } from 'node:module';
import sanitizeHtml from 'sanitize-html';

const DOMPURIFY = createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js');

/** Filters HTML like WordPress does for users without the capability `unfiltered_html`. */
export const filterAsWordPress = (html: string): string =>
  sanitizeHtml(html, {
    // The part of `$allowedposttags` that the playground's code could use.
    allowedTags: ['a', 'p', 'div', 'span', 'strong', 'em', 'img', 'figure', 'ul', 'li', 'br'],
    allowedAttributes: {
      a: ['href', 'rel', 'rev', 'name', 'target', 'download'],
      '*': ['class', 'id', 'style', 'title', 'role', 'aria-*', 'data-*'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
  });

/** Filters HTML like HTML Purifier with its defaults, which Moodle uses for content that is not from teachers. */
export async function filterAsMoodle(page: Page, html: string): Promise<string> {
  await page.addScriptTag({ path: DOMPURIFY });
  return page.evaluate(
    (html) =>
      (
        window as unknown as { DOMPurify: { sanitize(html: string, options: object): string } }
      ).DOMPurify.sanitize(html, {
        ALLOWED_TAGS: ['a', 'p', 'div', 'span', 'strong', 'em', 'img', 'ul', 'li', 'br'],
        ALLOWED_ATTR: ['href', 'target', 'style', 'title', 'class', 'src', 'alt'],
      }),
    html,
  );
}

/** Sandbox of the cross-origin iframe in which a site builder runs the code of its users. */
export const BUILDER_SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-forms';
