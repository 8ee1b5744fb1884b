import type { PropertyDeclarations } from 'lit';

/**
 * Stands for the element in runtimes that have no DOM and no shim of Lit's for one: workers and edge
 * functions. There it can be named, as wrappers do when they render on a server, and not be made.
 */
export class LivewebinarRoom {
  static readonly properties: PropertyDeclarations = {};
}
