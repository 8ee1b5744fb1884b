/** Returns the name of an attribute for the name of a property: `ask-name` for `askName`. */
export const toKebabCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
