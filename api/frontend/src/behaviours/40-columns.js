// On a phone the columns of a board are swiped through; the tab of the one in view is marked.
const watch = (board) => {
  const tabs = new Map(
    [...document.querySelectorAll('[data-column-tab]')].map((tab) => [tab.hash.slice(1), tab]));
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) tabs.forEach((tab, id) =>
        id === target.id ? tab.setAttribute('aria-current', 'true') : tab.removeAttribute('aria-current'));
    }
  }, { root: board, threshold: 0.6 });
  board.querySelectorAll('[data-column]').forEach((column) => seen.observe(column));
};

const watchAll = () => document.querySelectorAll('[data-columns]:not([data-watched])').forEach((board) => {
  board.dataset.watched = '';
  watch(board);
});

watchAll();
document.addEventListener('htmx:afterSettle', watchAll);
