// Leaves the messages of errors as they are: programs do not match messages.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Whether a text is an argument of `new …Error(…)` or `invalidOption(…)` that has a space: a sentence. */
const isSentence = (node) =>
  /\s/.test(node.value ?? node.quasis.map((part) => part.value.raw).join(' '));

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'messages', {
    shouldIgnore({ node, parentPath }) {
      return (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') &&
        isSentence(node) &&
        /Error$|^invalid/.test(parentPath?.node.callee?.name ?? '')
        ? 'Programs do not match messages.'
        : undefined;
    },
  }),
];
