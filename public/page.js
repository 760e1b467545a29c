import { answer, el, message } from './answer.js';
import { Failed, post } from './post.js';

const OFFLINE = '没有发成，可能是网络不通。您写的还在，请点“重试”。';

const find = (id) => document.getElementById(id);
const root = document.documentElement;
const [form, box, send, log, state, size] = ['form', 'text', 'send', 'log', 'state', 'size'].map(find);
let waiting = false;

function setWaiting(on) {
  waiting = on;
  send.disabled = on;
  root.classList.toggle('waiting', on);
  state.textContent = on ? '正在查，请稍等' : '';
}

/** Only beside a real keyboard: on a touch screen the focus would bring one up over the answer. */
function focusBox() {
  if (matchMedia('(hover: hover) and (pointer: fine)').matches) box.focus({ preventScroll: true });
}

function grow() {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

function typed() {
  grow();
  if (!waiting) state.textContent = '';
}

function fill(text) {
  box.value = text;
  grow();
}

/** A button that sends the same once more; question and answer then stand together at the end. */
function retry(note, body, asked) {
  const button = el('button', { type: 'button', className: 'primary' }, '重试');
  button.addEventListener('click', () => {
    if (waiting) return;
    note.remove();
    log.append(asked);
    exchange(body, asked);
  });
  return el('div', { className: 'actions' }, button);
}

function noteFailure(error, body, asked) {
  const { message: said, again } = error instanceof Failed ? error : { message: OFFLINE, again: true };
  const note = message('answer failed', '没有发成', el('p', { className: 'text' }, said));
  if (again) note.append(retry(note, body, asked));
  else if (body.text !== undefined && box.value === '') fill(body.text);
  log.append(note);
}

/** One turn: shows the wait, then the answer or what went wrong, from its beginning. */
async function exchange(body, asked) {
  setWaiting(true);
  focusBox();
  asked.scrollIntoView({ block: 'start' });
  try {
    log.append(answer(await post(body), pressed));
  } catch (error) {
    noteFailure(error, body, asked);
  }
  setWaiting(false);
  asked.scrollIntoView({ block: 'start' });
}

function say(body, shown) {
  if (waiting) return;
  const asked = message('mine', '您说', el('p', { className: 'text' }, shown));
  log.append(asked);
  exchange(body, asked);
}

function pressed({ press, label }, button) {
  if (waiting) return;
  button.classList.add('chosen');
  say({ press }, label);
}

function submit(event) {
  event.preventDefault();
  if (waiting) return;
  const text = box.value.trim();
  if (text === '') {
    state.textContent = '请先写下您想问的，再点“发送”。';
    box.focus();
    return;
  }
  fill('');
  say({ text }, text);
}

function enterSends(event) {
  // While an input method is composing, Enter takes the word; 229 is how older browsers say so.
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key === 'Enter' && !event.shiftKey && !composing) submit(event);
}

function showSize(choice) {
  root.dataset.size = choice;
  size.setAttribute('aria-pressed', String(choice === 'large'));
  grow();
}

function switchSize() {
  const choice = root.dataset.size === 'large' ? 'normal' : 'large';
  showSize(choice);
  try {
    localStorage.setItem('yidi.size', choice);
  } catch {
    // Not kept: the switch holds for this visit.
  }
}

form.addEventListener('submit', submit);
box.addEventListener('keydown', enterSends);
box.addEventListener('input', typed);
size.addEventListener('click', switchSize);
for (const example of document.querySelectorAll('.example')) {
  example.addEventListener('click', () => say({ text: example.textContent }, example.textContent));
}
showSize(root.dataset.size);
focusBox();
