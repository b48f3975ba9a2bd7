// Keys for lists of tasks and for one task; never while somebody types, and none with Ctrl, Alt or Meta.
const types = (elt) => elt.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

const lines = () => [...document.querySelectorAll('[data-ask]')];
const opener = (line) => line?.querySelector('.ask-title a');
const here = () => document.activeElement.closest('[data-ask]');

const step = (by) => {
  const all = lines();
  const at = all.indexOf(here());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  opener(all[next])?.focus();
  all[next]?.scrollIntoView({ block: 'nearest' });
};

const refuse = () => {
  const way = document.querySelector('[data-way=decline]');
  if (!way) return;
  way.open = true;
  way.querySelector('textarea').focus();
};

const keys = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => here() && step(1),
  ArrowUp: () => here() && step(-1),
  x: () => here()?.querySelector('input[type=checkbox]')?.click(),
  a: () => document.querySelector('[data-approve]')?.focus(),
  d: refuse,
  u: () => document.querySelector('[data-task] [data-back]')?.click(),
  '?': () => {
    const hint = document.querySelector('[data-keys]');
    if (hint) hint.open = !hint.open;
  },
};

document.addEventListener('keydown', (event) => {
  const act = keys[event.key];
  if (!act || event.ctrlKey || event.altKey || event.metaKey || types(event.target)) return;
  if (!document.querySelector('[data-ask], [data-task], [data-live]')) return;
  if (event.key.startsWith('Arrow') && !here()) return;
  event.preventDefault();
  act();
});
