/**
 * Returns whether the `hostname` of a `URL` is a loopback host: `localhost` or a subdomain of it,
 * 127.0.0.0/8 or `[::1]`.
 */
export const isLoopback = (hostname: string): boolean =>
  /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
