export function readArguments(args: readonly string[]): {
  only: string | undefined;
  passedOn: string[];
};
