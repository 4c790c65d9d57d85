export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

const PAGE = 1000;

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
