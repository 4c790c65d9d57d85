/** The name of a workspace file without folder and ending; both kinds of slashes stand in paths. */
export function workspaceName(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? path).replace(/\.recount$/i, '');
}

/**
 * The folder of a file, cut in its middle where it has more than `most` letters: where it begins and where it ends are what
 * tells it from others. Whole folders stay, and the last one always does, however long its name is.
 */
export function folderOf(path: string, most: number): string {
  const slash = path.includes('\\') ? '\\' : '/';
  const folders = path.split(slash).slice(0, -1);
  const whole = folders.join(slash) || slash;
  if (whole.length <= most) return whole;
  // An absolute path begins with a slash, and so with a folder without a name.
  const begin = folders.slice(0, folders[0] === '' ? 2 : 1);
  for (let from = begin.length + 1; from < folders.length; from++) {
    const cut = [...begin, '…', ...folders.slice(from)].join(slash);
    if (cut.length <= most) return cut;
  }
  return ['…', folders.at(-1)].join(slash);
}
