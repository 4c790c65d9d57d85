import { useState } from 'react';
import type { TableOfFile, TableReading } from '../../../shared/contract/column-mapping';
import type { Inspection } from '../../../shared/contract/imports';
import { FileReading } from './FileReading';
import { MappingEditor } from './mapping/MappingEditor';

const isSame = (a: TableOfFile | null, b: TableOfFile) =>
  a?.path === b.path && a.fileName === b.fileName && a.sheet === b.sheet;

/** One file and how it was read, which can be said to be otherwise. */
export function MappableReading({
  inspection,
  readings,
  folded,
  onReadings,
}: {
  readonly inspection: Inspection;
  readonly readings: readonly TableReading[];
  readonly folded: boolean;
  readonly onReadings: (readings: TableReading[]) => void;
}) {
  const [editing, setEditing] = useState(false);
  const { path } = inspection;
  const { fileName, sheet } = inspection.ok ? inspection.reading : inspection;
  const table: TableOfFile = { path, fileName, sheet };
  const before = readings.find((one) => isSame(one.table, table));
  const close = () => setEditing(false);
  return (
    <FileReading
      inspection={inspection}
      folded={folded}
      onEdit={() => setEditing(true)}
      editor={
        editing && (
          <MappingEditor
            table={table}
            isText={sheet === null}
            before={before ? saidOf(before) : {}}
            onClose={close}
            onUse={(said) => {
              onReadings([
                ...readings.filter((one) => !isSame(one.table, table)),
                { ...said, table },
              ]);
              close();
            }}
          />
        )
      }
    />
  );
}

function saidOf({ encoding, delimiter, headerLine, mapping }: TableReading) {
  return { encoding, delimiter, headerLine, mapping };
}
