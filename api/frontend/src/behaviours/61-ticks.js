// Several lines of a list that are decided together: what decides them shows once one is ticked.
const ticks = (form) => [...form.querySelectorAll('input[type=checkbox][name]')];

const show = (form) => {
  const all = ticks(form);
  const ticked = all.filter((tick) => tick.checked).length;
  const together = form.querySelector('[data-together]');
  const every = form.querySelector('[data-tick-all]');
  if (together) together.toggleAttribute('data-idle', ticked === 0 && !together.querySelector('.problem'));
  const count = form.querySelector('[data-tick-count]');
  if (count) count.textContent = `${ticked} ticked`;
  if (every) {
    every.checked = ticked > 0 && ticked === all.length;
    every.indeterminate = ticked > 0 && ticked < all.length;
  }
};

const showAll = () => document.querySelectorAll('[data-ticks]').forEach(show);

document.addEventListener('change', (event) => {
  const form = event.target.closest('[data-ticks]');
  if (!form || event.target.type !== 'checkbox') return;
  if (event.target.matches('[data-tick-all]')) {
    ticks(form).forEach((tick) => { tick.checked = event.target.checked; });
  }
  show(form);
});

// Without a reason nothing is sent: the field says so, as the server would.
document.addEventListener('submit', (event) => {
  const form = event.target.closest('[data-ticks]');
  if (!form || event.submitter?.value === 'approve') return;
  const reason = form.querySelector('[name=reason]');
  if (reason.value.trim() !== '') return;
  event.preventDefault();
  reason.setCustomValidity('Say why, so that those who asked can follow.');
  reason.reportValidity();
});
document.addEventListener('input', (event) => event.target.setCustomValidity?.(''));

document.addEventListener('htmx:afterSettle', showAll);
window.addEventListener('pageshow', showAll);
showAll();

// After something was decided, what came of it is where reading goes on.
const said = document.querySelector('[data-results]') ?? document.querySelector('[data-focus-flash]')?.closest('main')?.querySelector('.flash');
if (said) {
  said.tabIndex = -1;
  said.focus({ preventScroll: true });
}
