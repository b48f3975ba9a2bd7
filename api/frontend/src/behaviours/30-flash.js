document.addEventListener('click', (event) => {
  event.target.closest('[data-dismiss]')?.closest('.flash')?.remove();
});
