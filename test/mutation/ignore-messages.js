// Leaves the messages of errors as they are: programs do not match messages.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral';

/** Whether a text is more than a code or a name. */
const hasSpaces = (node) =>
  /\s/.test(node.value ?? node.quasis.map((part) => part.value.raw).join(' '));

/** Functions whose last argument is the name of something for a message. */
const NAMES_FOR_MESSAGES = /^unwrap/;

/** Whether a text, or the sum of texts it belongs to, is an argument of an error or is called a message. */
function isMessage({ node, parentPath }) {
  if (node.type === 'BinaryExpression') return isMessage(parentPath);
  return /Error$|^invalid/.test(node.callee?.name ?? '') || node.id?.name === 'message';
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'messages', {
    shouldIgnore: ({ node, parentPath }) =>
      isText(node) &&
      (NAMES_FOR_MESSAGES.test(parentPath.node.callee?.name ?? '') ||
        (hasSpaces(node) && isMessage(parentPath)))
        ? 'Programs do not match messages.'
        : undefined,
  }),
];
