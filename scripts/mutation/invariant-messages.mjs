// Leaves the messages of invariants unmutated: they are read by whoever repairs a bug in the program, never by
// a user, and a test of their wording would only repeat it. That an invariant throws is mutated and tested.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const CALLS = ['invariant'];

/** Whether a node is, or is part of, an argument after the first of a call of `invariant`. */
function isMessage(path) {
  const { parent } = path;
  return (
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'Identifier' &&
    CALLS.includes(parent.callee.name) &&
    path.listKey === 'arguments' &&
    path.key > 0
  );
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'invariant-messages', {
    shouldIgnore: (path) =>
      isMessage(path) ? 'The wording of an invariant is for developers.' : undefined,
  }),
];
