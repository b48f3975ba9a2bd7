import htmx from 'htmx.org';

// Each rendering masks the CSRF token anew; two answers that differ in nothing else are the same.
const withoutTokens = (html) => html.replace(/(name="_csrf"[^>]*value=")[^"]*/g, '$1');
const shown = new WeakMap();

// A part that asks every few seconds is only replaced when it changed, so that what somebody opened,
// selected or focused in it stays.
document.addEventListener('htmx:beforeSwap', (event) => {
  const { elt, serverResponse, xhr } = event.detail;
  if (xhr.status >= 400 && xhr.status !== 422) return;
  if (xhr.status === 422) event.detail.shouldSwap = true;
  if (!elt.matches('[data-poll]')) return;
  const now = withoutTokens(serverResponse);
  if (shown.get(elt) === now) event.detail.shouldSwap = false;
  shown.set(elt, now);
});

// A session that ended answers with the sign-in page: go there instead of showing it inside this one.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (new URL(event.detail.xhr.responseURL || location.href).pathname === '/sign-in') {
    event.detail.shouldSwap = false;
    location.reload();
  }
});

export default htmx;
