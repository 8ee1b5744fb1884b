const REMOVE_AFTER_MS = 1000;

/** Connects to an origin before the first request to it. */
export function preconnect(origin: string): void {
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.href = origin;
  document.head.append(link);
  setTimeout(() => link.remove(), REMOVE_AFTER_MS);
}
