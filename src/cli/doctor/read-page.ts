import { defaultTreeAdapter, ErrorCodes, html, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { parseCsp, type CspPolicy } from './csp.js';
import { HttpProblem, type HttpResponse } from './http-client.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type ParsedElement = DefaultTreeAdapterTypes.Element;

const TAG = 'livewebinar-room';

/** Maximum depth of the DOM, as in Chromium. Without a limit, a page determines how long parsing takes. */
const MAX_DEPTH = 512;
const MAX_ELEMENTS = 300_000;

/** An element of the markup. */
export interface PageElement {
  readonly name: string;
  /** Names in lower case, as HTML has them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Line in the markup, from 1. */
  readonly line: number;
  /** Text directly inside it. */
  readonly text: string;
}

/** A `<livewebinar-room>`. */
export interface RoomElement extends PageElement {
  /** Whether it is written as `<livewebinar-room … />`, which HTML parses as a start tag. */
  readonly isSelfClosing: boolean;
  /** Language of the element, or an empty string. */
  readonly lang: string;
  /** Whether it has fallback content. */
  readonly hasFallback: boolean;
  readonly hasFallbackLink: boolean;
  /** Whether it was rendered on a server, so that it has its size without a script. */
  readonly isRendered: boolean;
}

/** A parsed page. */
export interface Page {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly elements: readonly PageElement[];
  readonly rooms: readonly RoomElement[];
  readonly policies: readonly CspPolicy[];
  /** Resolves a URL in the markup. Returns `undefined` if it is invalid. */
  resolve(url: string | undefined): URL | undefined;
}

const isElement = (node: Node): node is ParsedElement => 'tagName' in node;

const attributesOf = ({ attrs }: ParsedElement): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

const childrenOf = (node: ParsedElement): Node[] =>
  'content' in node
    ? (node as DefaultTreeAdapterTypes.Template).content.childNodes
    : node.childNodes;

const textOf = ({ childNodes }: ParsedElement): string =>
  childNodes.map((node) => ('value' in node ? node.value : '')).join('');

/** Parses the markup, with limits on the cost. */
function parseLimited(markup: string) {
  let depth = 0;
  let count = 0;
  const selfClosing = new Set<number>();
  const tree = parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(markup, {
    sourceCodeLocationInfo: true,
    onParseError({ code, endOffset }) {
      if (code === ErrorCodes.nonVoidHtmlElementStartTagWithTrailingSolidus)
        selfClosing.add(endOffset);
    },
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        depth += 1;
        count += 1;
        if (depth > MAX_DEPTH || count > MAX_ELEMENTS)
          throw new HttpProblem('The markup is nested too deeply or too large to examine.');
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  return { tree, selfClosing };
}

/** Reads a page from a response. Throws an `HttpProblem` if the response is not HTML. */
export function readPage(response: HttpResponse): Page {
  const { url, headers, body } = response;
  const type = headers['content-type'] ?? '';
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type) || body.includes('\0'))
    throw new HttpProblem(`It is not an HTML page${type ? ` but ${type.slice(0, 60)}` : ''}.`);
  const { tree, selfClosing } = parseLimited(body);

  const elements: PageElement[] = [];
  const rooms: RoomElement[] = [];
  const policies = parseCsp(headers['content-security-policy'] ?? '', CSP_HEADER);
  let base = url;
  const stack: { node: Node; lang: string }[] = [...tree.childNodes]
    .reverse()
    .map((node) => ({ node, lang: '' }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next;
    if (!isElement(node) || node.namespaceURI !== html.NS.HTML) continue;
    const attributes = attributesOf(node);
    const lang = attributes.lang ?? next.lang;
    const location = node.sourceCodeLocation;
    const element: PageElement = {
      name: node.tagName,
      attributes,
      line: location?.startLine ?? 1,
      text: textOf(node),
    };
    elements.push(element);
    if (node.tagName === TAG) {
      const inside = childrenOf(node).filter(
        (child) => !isElement(child) || !attributesOf(child).slot,
      );
      const links = (child: Node): boolean =>
        isElement(child) && (child.tagName === 'a' || childrenOf(child).some(links));
      rooms.push({
        ...element,
        lang,
        isSelfClosing: selfClosing.has(location?.startTag?.endOffset ?? -1),
        hasFallback: inside.some((child) =>
          isElement(child)
            ? !/^(script|style|template)$/.test(child.tagName)
            : 'value' in child && child.value.trim() !== '',
        ),
        hasFallbackLink: inside.some(links),
        isRendered: childrenOf(node).some(
          (child) => isElement(child) && 'shadowrootmode' in attributesOf(child),
        ),
      });
    }
    if (node.tagName === 'base' && attributes.href && URL.canParse(attributes.href, url))
      base = new URL(attributes.href, url);
    if (
      node.tagName === 'meta' &&
      attributes['http-equiv']?.toLowerCase() === 'content-security-policy'
    )
      policies.push(...parseCsp(attributes.content ?? '', `<meta> in line ${element.line}`, true));
    for (const child of childrenOf(node).reverse()) stack.push({ node: child, lang });
  }
  return {
    url,
    headers,
    elements,
    rooms,
    policies,
    resolve: (value) =>
      value !== undefined && URL.canParse(value.trim(), base)
        ? new URL(value.trim(), base)
        : undefined,
  };
}

export const CSP_HEADER = 'Content-Security-Policy header';
