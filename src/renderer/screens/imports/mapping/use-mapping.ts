import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ColumnMapping,
  ReadableAs,
  SaidReading,
  TableOfFile,
} from '../../../../shared/contract/column-mapping';
import type { MappingDraft } from '../../../../shared/contract/mapping';
import { engineQuery } from '../../../client/engine-query';

/** What a person has picked of a pair, waiting for the other end. */
export type Picked =
  | { readonly end: 'column'; readonly column: number }
  | { readonly end: 'field'; readonly field: string }
  | null;

/** The reading of one table while it is being said: asked anew with every change. */
export function useMapping(table: TableOfFile, before: SaidReading) {
  const [said, setSaid] = useState<SaidReading>(before);
  const [picked, setPicked] = useState<Picked>(null);
  const asked = useQuery({
    ...engineQuery('imports.draftMapping', { table, said }),
    // While the next answer is awaited the one before stays, so that nothing jumps.
    placeholderData: keepPreviousData,
    retry: false,
  });
  const draft = asked.data ?? null;

  const say = (more: Partial<SaidReading>) => setSaid((now) => ({ ...now, ...more }));
  const map = (columns: ColumnMapping['columns'], readAs?: ReadableAs) => {
    if (draft) say({ mapping: { readAs: readAs ?? draft.mapping.readAs, columns } });
  };
  return {
    said,
    draft,
    failed: asked.error,
    picked,
    pick: setPicked,
    say,
    /** Everything as the program finds it out. */
    reset: () => {
      setSaid({});
      setPicked(null);
    },
    /** Another kind of file begins with what can be guessed of it. */
    readAs: (readAs: ReadableAs) => {
      const candidate = draft?.candidates.find((one) => one.readAs === readAs);
      if (draft && candidate) map(guessedColumns(draft, candidate.guesses), readAs);
      setPicked(null);
    },
    connect: (column: number, field: string) => {
      if (draft) map(connected(draft, column, field));
      setPicked(null);
    },
    disconnect: (column: number) => {
      if (draft) map(without(draft, column));
      setPicked(null);
    },
  };
}
export type Mapping = ReturnType<typeof useMapping>;

function guessedColumns(
  { header }: MappingDraft,
  guesses: MappingDraft['candidates'][number]['guesses'],
): ColumnMapping['columns'] {
  return Object.fromEntries(guesses.map(({ column, field }) => [header[column] ?? '', field]));
}

/** Pairs of a column's name and its field, of the columns that are there. */
function pairs({ header, fields }: MappingDraft): [string, string][] {
  return fields.flatMap((field, column): [string, string][] =>
    field === null ? [] : [[header[column] ?? '', field]],
  );
}

function without(draft: MappingDraft, column: number): ColumnMapping['columns'] {
  const name = draft.header[column] ?? '';
  return Object.fromEntries(pairs(draft).filter(([own]) => own !== name));
}

/** A column has one field and a field one column: whatever either had before is given up. */
function connected(draft: MappingDraft, column: number, field: string): ColumnMapping['columns'] {
  const name = draft.header[column] ?? '';
  return Object.fromEntries([
    ...pairs(draft).filter(([own, other]) => own !== name && other !== field),
    [name, field],
  ]);
}
