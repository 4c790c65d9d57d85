// Tells what `npm test` was asked from what its runners were asked.

/**
 * Takes `--only unit|e2e` out, wherever it stands; everything else is passed on in its order, unread.
 * @param {readonly string[]} args
 * @returns {{ only: string | undefined, passedOn: string[] }}
 */
export function readArguments(args) {
  const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (at === -1) return { only: undefined, passedOn: [...args] };
  const joined = args[at] !== '--only';
  return {
    only: joined ? args[at]?.slice('--only='.length) : (args[at + 1] ?? ''),
    passedOn: [...args.slice(0, at), ...args.slice(at + (joined ? 1 : 2))],
  };
}
