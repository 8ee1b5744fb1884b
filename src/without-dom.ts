import type { PropertyDeclarations } from 'lit';

/**
 * Replaces the element in workers and edge functions, which have neither a DOM nor Lit's DOM shim. Wrappers
 * that render on a server need the class, but create no instance.
 */
export class LivewebinarRoom {
  static readonly properties: PropertyDeclarations = {};
}
