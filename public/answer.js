// A reply of the server as elements. Every text is set as text, never as markup.

/** An element with properties and children; strings become text. */
export function el(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** One message in the conversation; `who` is read out, and shown by place and frame. */
export function message(className, who, ...children) {
  return el(
    'article',
    { className: `message ${className}` },
    el('h2', { className: 'unseen', textContent: who }),
    ...children,
  );
}

function working(lines) {
  const rows = lines.map(({ label, working, value }) =>
    el('div', {}, el('dt', {}, label), el('dd', { className: 'value' }, value), el('dd', {}, working)),
  );
  return el('dl', { className: 'working' }, ...rows);
}

function block(part) {
  if (part.steps) return el('ol', {}, ...part.steps.map((step) => el('li', {}, step)));
  if (part.working) return working(part.working);
  return el('p', { className: 'text' }, part.text ?? '');
}

/** For whom and when the reply holds. Replies that state no rule (a greeting, a question) don't need it. */
function validity({ status, sources, region, on, checked }) {
  if (sources.length === 0 && !status.startsWith('answered') && status !== 'outcome') return [];
  const parts = [`适用：${region?.name ?? '全国'}`, `按 ${on} 的规定`];
  if (checked) parts.push(`资料核对至 ${checked}`);
  const line = el('p', { className: 'validity' });
  parts.forEach((part, index) => {
    line.append(index > 0 ? '　' : '', el('span', {}, part));
  });
  return [line];
}

function link(url) {
  return el('a', { className: 'part', href: url, target: '_blank', rel: 'noopener noreferrer' }, '看原文（新窗口）');
}

function source({ title, number, place, url }) {
  const item = el('li', {}, el('span', { className: 'part title' }, title));
  if (number) item.append(el('span', { className: 'part' }, number));
  if (place) item.append(el('span', { className: 'part' }, place));
  if (url) item.append(link(url));
  return item;
}

function basis(sources) {
  if (sources.length === 0) return [];
  const list = el('ol', {}, ...sources.map(source));
  return [el('details', {}, el('summary', {}, `依据（${sources.length}）`), list)];
}

function buttons(className, name, choices, press) {
  if (choices.length === 0) return [];
  const made = choices.map((choice) => {
    const button = el('button', { type: 'button' }, choice.label);
    button.addEventListener('click', () => press(choice, button));
    return button;
  });
  const group = el('div', { className }, ...made);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', name);
  return [group];
}

/** What can be taken away: each file as a link that saves it, and a button that prints the answer alone. */
function takeaway(files, article) {
  if (files.length === 0) return [];
  const links = files.map(({ name, type, content }) =>
    el(
      'a',
      { className: 'part', download: name, href: URL.createObjectURL(new Blob([content], { type })) },
      `保存 ${name}`,
    ),
  );
  const print = el('button', { type: 'button' }, '打印清单');
  print.addEventListener('click', () => {
    article().classList.add('printed');
    window.print();
    article().classList.remove('printed');
  });
  const group = el('div', { className: 'files' }, print, ...links);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', '保存和打印');
  return [group];
}

/** The whole answer; `press(choice, button)` is called when one of its buttons is pressed. */
export function answer(reply, press) {
  const whole = message(
    'answer',
    '助手回答',
    ...reply.blocks.map(block),
    ...validity(reply),
    ...basis(reply.sources),
    ...takeaway(reply.files ?? [], () => whole),
    ...buttons('choices', '请选择', reply.choices, press),
    ...buttons('actions', '对这条回答', reply.actions, press),
  );
  return whole;
}
