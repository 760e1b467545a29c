// Runs before the page is painted, so that a page in large type doesn't jump; the page itself puts the switch to work.
(() => {
  const root = document.documentElement;
  root.dataset.size = 'normal';
  root.dataset.scale = '0';
  try {
    if (localStorage.getItem('yidi.size') === 'large') root.dataset.size = 'large';
    root.dataset.scale = localStorage.getItem('yidi.scale') || '0';
  } catch {
    // Storage is closed in some private windows: the switch then holds for this visit.
  }
})();
