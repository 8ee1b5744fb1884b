/** What every host that can send headers sends with the room page and its files. */
export const HEADERS = [
  ['Content-Security-Policy', "frame-ancestors 'self'"],
  ['Strict-Transport-Security', 'max-age=63072000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cache-Control', 'no-cache'],
] as const;
