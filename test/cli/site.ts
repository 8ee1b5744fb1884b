import { HttpProblem, type Get, type HttpResponse } from '../../src/cli/doctor/http-client.js';

/** The response for a file of a site, or the error of its request. */
export type File =
  { url?: URL; headers?: Record<string, string>; status?: number; body?: string } | HttpProblem;

export const SCRIPT_URL = 'https://site.example/livewebinar-room.min.js';

/** The files that a page without faults loads. */
export const FILES: Record<string, File> = {
  [SCRIPT_URL]: { body: 'export {};', headers: { 'content-type': 'text/javascript' } },
  'https://unpkg.com/livewebinar-room': {
    body: 'export {};',
    headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
  },
};

/** Headers of a page without faults. */
export const HEADERS: Record<string, string> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'self'; script-src 'self' https://embed.livewebinar.com; frame-src https://app.livewebinar.com https://embed.livewebinar.com; frame-ancestors 'self'",
  'permissions-policy':
    'camera=(self "https://app.livewebinar.com" "https://embed.livewebinar.com"), geolocation=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/** The lines of a page without faults. Tests replace single lines. */
export const PAGE = {
  head: '<!doctype html><html lang="en"><head><title>Open day</title>',
  style: '<link rel="stylesheet" href="/page.css">',
  script: '<script type="module" src="/livewebinar-room.min.js"></script>',
  rest: '</head><body>',
  tag: '<livewebinar-room license-key="123-123-123" nickname="Ada">',
  inside: '<a href="https://app.livewebinar.com/123-123-123">Open the room</a>',
  end: '</livewebinar-room><p>Welcome</p></body></html>',
};
FILES['https://site.example/page.css'] = {
  body: 'livewebinar-room:not(:defined) { display: block; aspect-ratio: 16 / 9 }',
  headers: { 'content-type': 'text/css' },
};

/** Creates an HTTP client that returns the files of a site. */
export const serve =
  (files: Record<string, File>): Get =>
  (url) => {
    const { origin, pathname } = url;
    const file = files[url.href] ?? files[origin + pathname] ?? { status: 404 };
    if (file instanceof HttpProblem) return Promise.reject(file);
    const { body = '' } = file;
    const bytes = Buffer.from(body);
    const response: HttpResponse = { url, status: 200, headers: {}, ...file, body, bytes };
    return Promise.resolve(response);
  };
