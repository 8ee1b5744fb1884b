/** Pages of the vendor's application. */
const APPLICATION_PAGE = /^(\.well-known|api|assets|auth|em|static|widget.*)$/i;

const FILE =
  /.\.(avif|css|gif|html?|ico|jpe?g|js|json|map|mp4|pdf|php|png|svg|txt|webmanifest|webp|woff2?|xml)$/i;

/**
 * Pages of the vendor's website, which shares its host with rooms. A page differs from a custom room name
 * only by its word, so the list is limited to words that are unlikely names of rooms.
 */
const WEBSITE_PAGE =
  /^([a-z]{2}(-[a-z]{2})?|(about|affiliates?|blog|careers|contact|cookies?|customers|docs|documentation|download|enterprise|faq|features?|free-trial|gdpr|help|home|imprint|index|integrations?|jobs|knowledge-base|legal|log-?(in|out)|newsletter|partners?|pricing|privacy|products?|register|resources|security|sign-?(in|out|up)|sitemap|solutions|support|terms|tos|trial|tutorials|use-cases)(-(and|center|of|policy|us)\b.*)?)$/i;

/** Returns whether a path segment is the name of a file, not of a room. */
export const isFile = (segment: string): boolean => FILE.test(segment);

/** Returns whether the only path segment of a URL is a page or file of the vendor, not a room. */
export const isVendorPage = (host: string, segment: string): boolean =>
  APPLICATION_PAGE.test(segment) ||
  isFile(segment) ||
  (host === 'livewebinar.com' && WEBSITE_PAGE.test(segment));
