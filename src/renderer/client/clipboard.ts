import type { TableCopy } from '../components/grid/table-copy';

/** A table for whatever program is pasted into: as cells where it takes them, else as text. */
export async function copyTable({ text, html }: TableCopy): Promise<void> {
  const as = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
  await navigator.clipboard.write([
    new ClipboardItem({ ...as('text/plain', text), ...as('text/html', html) }),
  ]);
}
