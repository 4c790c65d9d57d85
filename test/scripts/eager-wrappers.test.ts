import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { eagerWrappers } from '../../scripts/eager-wrappers.mjs';

const rendered = (code: string): string => eagerWrappers().renderChunk(code);

describe('a wrapper of a CommonJS package', () => {
  it('is a function with the same parameters, and does the same', () => {
    const code = 'var a = __commonJSMin(((exports, module) => { module.exports = () => 7; }));';
    const made = rendered(code);
    expect(made).toContain('__commonJSMin((function(exports, module) {');
    // What the bundler's own helper does, as far as a wrapper can tell.
    const helper =
      'const __commonJSMin = (wrap) => { const m = { exports: {} }; wrap(m.exports, m); return m.exports; };';
    const run = (text: string): unknown => runInNewContext(`${helper} ${text} a()`);
    expect([run(code), run(made)]).toEqual([7, 7]);
  });

  it('with one parameter, or none, is one too', () => {
    expect(rendered('__commonJSMin(((exports) => {}))')).toBe(
      '__commonJSMin((function(exports) {}))',
    );
    expect(rendered('__commonJS((() => {}))')).toBe('__commonJS((function() {}))');
  });
});

it('every other arrow stays', () => {
  const code = 'const f = ((a) => { return a; }); call((x) => {});';
  expect(rendered(code)).toBe(code);
});
