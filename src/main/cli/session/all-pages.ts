export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

const PAGE = 1000;

/** The rows of `allPages`, where all of them are wanted at once. */
export async function everyRow<Row>(
  fetch: (page: PageRequest) => Promise<{ readonly rows: readonly Row[] }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of allPages(fetch)) rows.push(row);
  return rows;
}

/** Every row of a list that the engine answers in pages. */
export async function* allPages<Row>(
  fetch: (page: PageRequest) => Promise<{ readonly rows: readonly Row[] }>,
): AsyncGenerator<Row> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await fetch({ offset, limit: PAGE });
    yield* rows;
    if (rows.length < PAGE) return;
  }
}
