/**
 * Filters the table of differences, in the page itself and without any network: text, status, cause and
 * application; counts what is shown and adds it up exactly. Without scripts all rows are shown.
 */
export const HTML_SCRIPT = `
'use strict';
(() => {
  const rows = [...document.querySelectorAll('#differences tbody tr')];
  const field = (id) => document.getElementById(id);
  const [text, status, cause, app, shown] = ['f-text', 'f-status', 'f-cause', 'f-app', 'f-shown'].map(field);
  if (!rows.length || !text) return;
  const keys = rows.map((row) => row.textContent.toLowerCase());
  const scaled = (amount) => {
    const [whole, part = ''] = amount.replace('-', '').split('.');
    const value = BigInt(whole + (part + '00000000').slice(0, 8));
    return amount.startsWith('-') ? -value : value;
  };
  const plain = (value) => {
    const digits = (value < 0n ? -value : value).toString().padStart(9, '0');
    const whole = digits.slice(0, -8).replace(/\\B(?=(\\d{3})+$)/g, ',');
    const part = digits.slice(-8).replace(/0{1,6}$/, '');
    return (value < 0n ? '\\u2212' : value > 0n ? '+' : '') + whole + '.' + part;
  };
  const show = () => {
    const wanted = text.value.trim().toLowerCase();
    let count = 0;
    let sum = 0n;
    rows.forEach((row, index) => {
      const fits = (!status.value || row.dataset.status === status.value)
        && (!cause.value || row.dataset.causes.split(' ').includes(cause.value))
        && (!app.value || row.dataset.app === app.value)
        && (!wanted || keys[index].includes(wanted));
      if (row.hidden === fits) row.hidden = !fits;
      if (fits) { count += 1; sum += scaled(row.dataset.difference); }
    });
    shown.textContent = shown.dataset.text.replace('#', String(count)).replace('@', plain(sum));
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(show, 120); };
  text.addEventListener('input', soon);
  for (const choice of [status, cause, app]) choice.addEventListener('change', show);
  document.querySelector('.filters').hidden = false;
  show();
})();
`;
