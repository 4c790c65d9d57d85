/** One forward step of the workspace's schema; `version` is the number its file name begins with. */
export interface MigrationStep {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

const FILES = import.meta.glob<string>('./*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All steps in order, as the folder holds them: 0001, 0002, … without a gap. */
export const MIGRATIONS: readonly MigrationStep[] = Object.entries(FILES)
  .map(([path, sql]) => {
    const name = path.replace(/^\.\/|\.sql$/g, '');
    return { version: Number(name.slice(0, 4)), name, sql };
  })
  .sort((a, b) => a.version - b.version);
