import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPrivateAddress as isPrivate } from './private-address.js';

const MAX_REDIRECTS = 10;

/** A response with its whole body. */
export interface HttpResponse {
  /** URL after redirects. */
  readonly url: URL;
  readonly status: number;
  /** Names in lower case. A header that was sent several times is joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body, decompressed but not decoded as text. */
  readonly bytes: Uint8Array;
}

/** Requests a URL and follows redirects. Rejects with an `HttpProblem`. */
export type Get = (url: URL) => Promise<HttpResponse>;

/** The reason why there is no usable response, as a sentence for people. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
}

const PROBLEMS: Record<string, string> = {
  ENOTFOUND: 'has no IP address',
  EAI_AGAIN: 'has no IP address, or the network is down',
  ECONNREFUSED: 'refuses the connection',
  ECONNRESET: 'ended the connection',
  EPROTO: 'does not speak TLS',
  HPE_HEADER_OVERFLOW: 'sends headers that are too large',
};

const DECODERS: Record<string, () => Transform> = {
  br: createBrotliDecompress,
  deflate: createInflate,
  gzip: createGunzip,
  'x-gzip': createGunzip,
};

/**
 * Creates a function that requests URLs with limits on size, redirects and time. Once a public host has
 * responded, URLs at private IP addresses are rejected, so that a page cannot make the doctor send requests
 * to a router or to the metadata service of a cloud (SSRF).
 *
 * @param signal Aborts every request.
 * @param maxBytes Maximum size of a body in bytes, after decompression.
 * @param isPrivateAddress Replacement for tests, which have no public host.
 */
export function createHttpClient(
  signal: AbortSignal,
  maxBytes: number,
  isPrivateAddress = isPrivate,
): Get {
  let hasReachedPublicHost = false;
  const checkAddresses = (host: string, addresses: string[]) => {
    const hasPrivate = addresses.some(isPrivateAddress);
    if (hasPrivate && hasReachedPublicHost)
      throw new HttpProblem(
        `${host} is a private address. A public page led there, so it was not contacted.`,
      );
    return hasPrivate;
  };

  /** Sends one request. Checks the IP address that the connection uses, because a second lookup could differ. */
  const requestOnce = (url: URL) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const host = url.hostname.replace(/^\[|\]$/g, '');
      let hasPrivate = false;
      const lookupChecked: LookupFunction = (name, options, callback) =>
        lookup(name, { ...options, all: true }, (error, found) => {
          if (error) return callback(error, []);
          try {
            hasPrivate = checkAddresses(
              name,
              found.map(({ address }) => address),
            );
          } catch (problem) {
            return callback(problem as Error, []);
          }
          return options.all
            ? callback(null, found)
            : callback(null, found[0]!.address, found[0]!.family);
        });
      if (isIP(host)) hasPrivate = checkAddresses(host, [host]);
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      send(
        url,
        {
          agent: false,
          lookup: lookupChecked,
          signal,
          headers: {
            accept: 'text/html, */*;q=0.8',
            'accept-encoding': 'gzip, deflate, br',
            'user-agent': 'livewebinar-room doctor',
          },
        },
        (response) => {
          hasReachedPublicHost ||= !hasPrivate;
          resolve(response);
        },
      )
        .on('error', reject)
        .end();
    });

  const readBody = async (response: IncomingMessage, url: URL) => {
    const decoder = DECODERS[response.headers['content-encoding']?.toLowerCase() ?? '']?.();
    const stream = decoder
      ? response.on('error', (error) => decoder.destroy(error)).pipe(decoder)
      : response;
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > maxBytes)
          throw new HttpProblem(
            `${formatHost(url)} sends more than ${maxBytes / 2 ** 20} MB, which is more than a page should have.`,
          );
        chunks.push(chunk);
      }
    } finally {
      response.destroy();
    }
    return Buffer.concat(chunks);
  };

  return async (start) => {
    let url = start;
    try {
      for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
        if (!/^https?:$/.test(url.protocol))
          throw new HttpProblem(`It redirects to a URL that is not http or https.`);
        const response = await requestOnce(url);
        const { statusCode: status = 0, headers } = response;
        const location = status >= 300 && status < 400 ? headers.location : undefined;
        if (location === undefined) {
          const joined = Object.entries(headers).map(([name, value]) => [name, String(value)]);
          const bytes = await readBody(response, url);
          return {
            url,
            status,
            headers: Object.fromEntries(joined) as Record<string, string>,
            body: decode(bytes, headers['content-type']),
            bytes,
          };
        }
        response.destroy();
        if (!URL.canParse(location, url)) throw new HttpProblem('It redirects to an invalid URL.');
        url = new URL(location, url);
      }
      throw new HttpProblem(`It redirects more than ${MAX_REDIRECTS} times.`);
    } catch (error) {
      throw toProblem(error, url, signal);
    }
  };
}

/** Decodes text in the encoding of its byte order mark or its type. Defaults to UTF-8. */
export function decode(bytes: Uint8Array, contentType = ''): string {
  const start = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  const marked = { feff: 'utf-16be', fffe: 'utf-16le' }[start];
  const [, named] = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(marked ?? named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Formats a URL without the parts that may be secret. */
const formatHost = (url: URL) => url.host;

function toProblem(error: unknown, url: URL, signal: AbortSignal): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (signal.aborted) return new HttpProblem(`${formatHost(url)} took too long to respond.`);
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code))
    return new HttpProblem(`The certificate of ${formatHost(url)} is not valid (${code}).`);
  return new HttpProblem(
    `${formatHost(url)} ${PROBLEMS[code] ?? `could not be read (${code || message})`}.`,
  );
}
