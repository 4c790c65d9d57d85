import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordLines, splitRecords } from '../../../../src/main/engine/reading/text/csv-records';

const line = fc.constantFrom('', ' ', '\t', ',', 'a', 'a,b', ' ,', 'a, ', '\u00A0');
const lines = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 12 });

describe('records of delimited text', () => {
  it('are the same whether or not a quote stands further down', () => {
    fc.assert(
      fc.property(lines, (written) => {
        const text = written.flat().join('');
        const plain = splitRecords(`${text}q\n`, ',', true);
        const quoted = splitRecords(`${text}"q"\n`, ',', true);
        expect(quoted.cells).toEqual(plain.cells);
        expect(quoted.starts).toEqual(plain.starts);
        expect(recordLines(text, quoted, 1)).toEqual(recordLines(text, plain, 1));
      }),
    );
  });

  it('leave nothing of the text out but the ends of lines', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (written, withQuote) => {
        const text = `${written.flat().join('')}${withQuote ? '"q"\n' : ''}`;
        const { starts, ends } = splitRecords(text, ',', true);
        let at = 0;
        for (const [record, start] of starts.entries()) {
          expect(text.slice(at, start)).toMatch(/^[\r\n]*$/);
          at = ends[record] ?? at;
        }
        expect(text.slice(at)).toMatch(/^[\r\n]*$/);
      }),
    );
  });
});
