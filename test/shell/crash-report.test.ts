import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crashReport } from '../../src/main/shell/crash-report';

const VERSIONS = { recount: '0.1.0', electron: '45.4.1', platform: 'linux x64' };
const AT = new Date('2026-11-21T07:00:00Z');

describe('a crash report', () => {
  it('says where, why and in which lines of the program', () => {
    const thrown = new TypeError('no such amount: 3,218.29 of 1400123456 in /home/me/bill.csv');
    thrown.stack = [
      'TypeError: no such amount: 3,218.29 of 1400123456 in /home/me/bill.csv',
      '    at readBill (/opt/Recount/resources/app.asar/out/main/engine.js:12:34)',
      '    at async /opt/Recount/resources/app.asar/out/main/engine.js:56:7',
    ].join('\n');
    const text = crashReport({ where: 'program', reason: 'uncaught', thrown }, VERSIONS, AT);
    expect(text).toBe(
      [
        'Recount 0.1.0',
        'Electron 45.4.1, linux x64',
        'at: 2026-11-21T07:00:00.000Z',
        'where: program',
        'reason: uncaught',
        'error: TypeError',
        '  at readBill (engine.js:12:34)',
        '  at async (engine.js:56:7)',
      ].join('\n'),
    );
  });

  it('holds nothing of a message, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{6,12}$/),
        fc.string(),
        fc.constantFrom('\n', ' at ', '\n    at '),
        (secret, noise, glue) => {
          const thrown = new Error(`${noise}${glue}${secret}.csv:1:2${noise}`);
          const text = crashReport({ where: 'engine', reason: secret, thrown }, VERSIONS, AT);
          // The reason is the program's own word, a message never is.
          expect(text.split(secret)).toHaveLength(2);
        },
      ),
    );
  });
});
