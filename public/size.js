// Runs before the page is painted, so that a page in large type doesn't jump; page.js puts the switch to work.
(() => {
  let large = false;
  try {
    large = localStorage.getItem('yidi.size') === 'large';
  } catch {
    // Storage is closed in some private windows: the switch then holds for this visit.
  }
  document.documentElement.dataset.size = large ? 'large' : 'normal';
})();
