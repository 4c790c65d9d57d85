// Lets the page's scripts be compiled once where the oldest supported V8 would do it twice.

const ARROW = /(\b__commonJS(?:Min)?\(\()\(?([\w$, ]*)\)? ?=> ?\{/g;

/**
 * Makes the bundler's wrappers of CommonJS packages (React among them) functions instead of arrows. What is wrapped in
 * brackets is compiled while it is first read: V8 13 does so for both, V8 11 (Chrome 114) for functions only, so that
 * there all of React is read a second time when it is called, 8 ms of processor time at each start of the window.
 */
export function eagerWrappers() {
  return {
    name: 'eager-wrappers',
    renderChunk: (code) => code.replace(ARROW, '$1function($2) {'),
  };
}
