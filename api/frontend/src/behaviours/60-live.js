import htmx from 'htmx.org';

// A part that lives shows by itself what is new: the stream says that something is, and the part asks
// for itself again. It waits while somebody ticks, types or has something open in it.
const part = () => document.querySelector('[data-live]');
const shown = (elt) => elt.querySelector('[data-version]')?.dataset.version;

const busy = (elt) =>
  elt.querySelector('input[type=checkbox]:checked') !== null ||
  elt.querySelector('[data-live] details[open]') !== null ||
  (elt.contains(document.activeElement) && document.activeElement.matches('textarea, select, input:not([type=checkbox])'));

const fresh = (there) => {
  const hint = document.querySelector('[data-fresh]');
  if (hint) hint.hidden = !there;
};

const refresh = (elt) => {
  if (busy(elt)) fresh(true);
  else htmx.trigger(elt, 'refresh');
};

let stream;

const listen = () => {
  const elt = part();
  if (!elt || stream) return;
  stream = new EventSource(elt.dataset.live);
  stream.addEventListener('tasks', (event) => {
    if (event.data !== shown(elt)) refresh(elt);
  });
  stream.addEventListener('open', () => { elt.dataset.listening = ''; });
};

const hush = () => {
  stream?.close();
  stream = undefined;
};

// A tab that nobody looks at keeps no connection; who comes back to it is told at once.
document.addEventListener('visibilitychange', () => (document.hidden ? hush() : listen()));
window.addEventListener('pagehide', hush);
window.addEventListener('pageshow', listen);
listen();

// What was due has become overdue without anything being new.
setInterval(() => {
  const elt = part();
  if (elt && !document.hidden && !busy(elt)) htmx.trigger(elt, 'refresh');
}, 60_000);

document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-fresh]')) return;
  const elt = part();
  elt.querySelectorAll('input[type=checkbox]:checked').forEach((tick) => { tick.checked = false; });
  htmx.trigger(elt, 'refresh');
});

document.addEventListener('htmx:afterSwap', (event) => {
  if (event.target.matches('[data-live]')) fresh(false);
});
