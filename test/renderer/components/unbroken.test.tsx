import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Unbroken } from '../../../src/renderer/components/Unbroken';

const drawn = (text: string) => renderToStaticMarkup(<Unbroken text={text} />);

describe('Unbroken', () => {
  it('keeps days and months in one piece and every letter in its place', () => {
    expect(drawn('from 2023-06-01 – 2024-06-30, month 2023-06.')).toBe(
      'from <span class="unbroken">2023-06-01</span> – <span class="unbroken">2024-06-30</span>, ' +
        'month <span class="unbroken">2023-06</span>.',
    );
    expect(drawn('2023-06-01')).toBe('<span class="unbroken">2023-06-01</span>');
    expect(drawn('no day')).toBe('no day');
  });
});
