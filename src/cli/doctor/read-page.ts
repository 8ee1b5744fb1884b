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
  /** Whether it is in a `<template>`, where browsers neither load nor apply it. */
  readonly isInTemplate: boolean;
}

/** A `<livewebinar-room>`. */
export interface RoomElement extends PageElement {
  /** Whether it has no end tag, so that what follows becomes its content. */
  readonly isUnclosed: boolean;
  /** Whether it is written as `<livewebinar-room … />`, which HTML parses as a start tag. */
  readonly isSelfClosing: boolean;
  /** Language of the element, or `''`. */
  readonly lang: string;
  /** Whether it has fallback content. */
  readonly hasFallback: boolean;
  readonly hasFallbackLink: boolean;
  /** Whether it has server-rendered markup, so that it has its size without a script. */
  readonly isServerRendered: boolean;
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

const readAttributes = ({ attrs }: ParsedElement): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

const getChildren = (node: ParsedElement): Node[] =>
  'content' in node
    ? (node as DefaultTreeAdapterTypes.Template).content.childNodes
    : node.childNodes;

const readText = ({ childNodes }: ParsedElement): string =>
  childNodes.map((node) => ('value' in node ? node.value : '')).join('');

/** Returns whether a node is a link or contains one. */
const hasLink = (node: Node): boolean =>
  isElement(node) && (node.tagName === 'a' || getChildren(node).some(hasLink));

/** Parses the markup, with limits on depth and size. Returns the tree and the positions after self-closing tags. */
function parseMarkup(markup: string) {
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

/** A node of the tree, and what it inherits. */
interface Visit {
  readonly node: Node;
  readonly lang: string;
  readonly isInTemplate: boolean;
  readonly isInHead: boolean;
}

/** Reads a page from a response. Throws an `HttpProblem` if the response is not HTML. */
export function readPage(response: HttpResponse): Page {
  const { url, headers, body } = response;
  const type = headers['content-type'] ?? '';
  const isXhtml = /^application\/xhtml\+xml\b/i.test(type);
  if (!isXhtml && !/^text\/html\b/i.test(type))
    throw new HttpProblem(`It is not an HTML page${type ? ` but ${type.slice(0, 60)}` : ''}.`);
  // HTML can contain a stray null character, which browsers drop. Images and archives contain many.
  if (body.split('\0', 10).length === 10)
    throw new HttpProblem('It is not an HTML page but a binary file.');
  const { tree, selfClosing } = parseMarkup(body);

  const elements: PageElement[] = [];
  const rooms: RoomElement[] = [];
  const policies = parseCsp(headers['content-security-policy'] ?? '', CSP_HEADER);
  let base: URL | undefined;
  const stack: Visit[] = [...tree.childNodes]
    .reverse()
    .map((node) => ({ node, lang: '', isInTemplate: false, isInHead: false }));
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node, isInTemplate, isInHead } = visit;
    if (!isElement(node) || node.namespaceURI !== html.NS.HTML) continue;
    const attributes = readAttributes(node);
    const lang = attributes.lang ?? visit.lang;
    const location = node.sourceCodeLocation;
    const element: PageElement = {
      name: node.tagName,
      attributes,
      line: location?.startLine ?? 1,
      text: readText(node),
      isInTemplate,
    };
    elements.push(element);
    if (node.tagName === TAG) {
      const isUnclosed = !location?.endTag;
      const isSelfClosing = selfClosing.has(location?.startTag?.endOffset ?? -1);
      const inside = getChildren(node).filter(
        (child) => !isElement(child) || !readAttributes(child).slot,
      );
      rooms.push({
        ...element,
        lang,
        // In XML, a self-closing tag is closed.
        isUnclosed: isUnclosed && !(isXhtml && isSelfClosing),
        isSelfClosing,
        hasFallback: inside.some((child) =>
          isElement(child)
            ? !/^(script|style|template)$/.test(child.tagName)
            : 'value' in child && child.value.trim() !== '',
        ),
        hasFallbackLink: inside.some(hasLink),
        isServerRendered: getChildren(node).some(
          (child) => isElement(child) && 'shadowrootmode' in readAttributes(child),
        ),
      });
    }
    // The first <base> applies.
    if (
      node.tagName === 'base' &&
      !isInTemplate &&
      attributes.href &&
      URL.canParse(attributes.href, url)
    )
      base ??= new URL(attributes.href, url);
    if (
      node.tagName === 'meta' &&
      // Browsers ignore a policy elsewhere.
      isInHead &&
      attributes['http-equiv']?.trim().toLowerCase() === 'content-security-policy'
    ) {
      const where = `<meta> in line ${element.line}`;
      for (const policy of parseCsp(attributes.content ?? '', where, true)) policies.push(policy);
    }
    const inherited = {
      lang,
      isInTemplate:
        isInTemplate || (node.tagName === 'template' && attributes.shadowrootmode === undefined),
      isInHead: node.tagName === 'head',
    };
    for (const child of getChildren(node).reverse()) stack.push({ node: child, ...inherited });
  }
  return {
    url,
    headers,
    elements,
    rooms,
    policies,
    resolve: (value) =>
      value !== undefined && URL.canParse(value.trim(), base ?? url)
        ? new URL(value.trim(), base ?? url)
        : undefined,
  };
}

export const CSP_HEADER = 'Content-Security-Policy header';
