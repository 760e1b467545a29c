// Runs before the page is painted, so that a page in large type doesn't jump; the page itself puts the switch to work.
// Plain and old-fashioned: it is also what tells a browser that is too old for the page.
(() => {
  const root = document.documentElement;
  root.dataset.size = 'normal';
  root.dataset.scale = '0';
  try {
    if (localStorage.getItem('yidi.size') === 'large') root.dataset.size = 'large';
    root.dataset.scale = localStorage.getItem('yidi.scale') || '0';
  } catch (_closed) {
    // Storage is closed in some private windows: the switch then holds for this visit.
  }

  const show = (id) => {
    const told = document.getElementById(id);
    if (told && !root.dataset.ready) told.hidden = false;
  };

  // Who presses 发送 before the script is here must not lose what was typed to a reload: the page sends it once it can.
  document.addEventListener('submit', (event) => {
    if (root.dataset.ready) return;
    event.preventDefault();
    root.dataset.sent = 'yes';
    show('opening');
  });

  // The load event waits for the page's script: if it has not run a while after that, it never will.
  const WAIT_MS = 3000;
  let reason = 'too-old';
  const noteLost = (event) => {
    if (event.target && event.target.tagName === 'SCRIPT') reason = 'cut-off';
  };
  window.addEventListener('error', noteLost, true);
  window.addEventListener('load', () => setTimeout(() => show(reason), WAIT_MS));
})();
