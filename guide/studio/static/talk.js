// Words, signs, and what is asked of the studio.

const texts = JSON.parse(document.getElementById('words').textContent);
export const readOnly = 'readOnly' in document.body.dataset;
export const tab = (() => {
  const own = sessionStorage.getItem('tab') || Math.random().toString(36).slice(2);
  sessionStorage.setItem('tab', own);
  return own;
})();

export function t(key, values = {}) {
  const text = (values.count === 1 && texts[`${key}_one`]) || texts[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

// Somebody with keys alone is not lost where what they pressed is gone or can no longer be pressed.
export function findAgain() {
  const at = document.activeElement;
  if (!at || at === document.body || at.disabled) (document.getElementById('title') || document.querySelector('h1'))?.focus();
}

// What gives the focus back once something new has the place of this: to what has the same name, or else to `other` or the title.
export function keepFocus(place) {
  const active = document.activeElement;
  if (!place?.contains(active)) return () => {};
  return (other = null) => {
    (document.getElementById(active.id) || other)?.focus();
    findAgain();
  };
}

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key === 'class') element.className = value;
    else if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function sign(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'sign');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `#sign-${name}`);
  svg.append(use);
  return svg;
}

const LOOKS = { problem: 'bad', warning: 'warn', stale: 'warn', secret: 'secret', ok: 'ok' };
export const badge = (each) => make('span', { class: `badge ${LOOKS[each.sign] || ''}` }, sign(each.sign), each.words);

// The answer of the studio: {status, data}; status 0 where it does not answer.
export async function ask(path, body) {
  try {
    const answer = await fetch(path, body === undefined ? {} : {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ tab, ...body }),
    });
    const data = answer.headers.get('content-type')?.includes('json') ? await answer.json() : await answer.text();
    return { status: answer.status, data };
  } catch {
    return { status: 0, data: {} };
  }
}

// A text as it is searched: small letters without accents.
export const plain = (text) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

// Said to a screen reader.
export function hear(text) {
  const heard = document.getElementById('heard');
  heard.textContent = '';
  setTimeout(() => { heard.textContent = text; }, 50);
}

// Said at once, whatever is being read.
export function alarm(text) {
  const alarms = document.getElementById('alarm');
  alarms.textContent = '';
  setTimeout(() => { alarms.textContent = text; }, 50);
}

export function band(text, button = null) {
  const place = document.getElementById('band');
  place.replaceChildren(...(text ? [sign('problem'), make('span', {}, text), ...(button ? [button] : [])] : []));
  place.hidden = !text;
}

// What the studio answers where it has not done what it was asked.
export const refused = (data) => band(t('not_saved', { why: data?.refused || '' }));

export function saved(text, bad = false) {
  const place = document.getElementById('saved');
  if (!place) return;
  place.classList.toggle('bad', bad);
  place.replaceChildren(sign(bad ? 'problem' : 'ok'), make('span', {}, text));
}

// A question with fields: [[name, label, value or choices]]; the answers by name, null where it was left.
export function question(title, yes, fields = [], about = '') {
  const dialog = document.getElementById('ask');
  document.getElementById('ask-title').textContent = title;
  document.getElementById('ask-yes').textContent = yes;
  const made = fields.map(([name, label, value]) => {
    const input = Array.isArray(value)
      ? make('select', { id: `ask-${name}`, name }, ...value.map(([key, text]) => make('option', { value: key }, text)))
      : make('input', { id: `ask-${name}`, name, type: 'text', value, required: true, autocomplete: 'off' });
    return make('div', { class: 'field' }, make('label', { for: `ask-${name}` }, label), input);
  });
  document.getElementById('ask-fields').replaceChildren(...(about ? [make('p', { class: 'quiet' }, about)] : []), ...made);
  dialog.returnValue = 'no';
  dialog.showModal();
  dialog.querySelector('input')?.select(); // what is there gives way to what is typed
  const changed = dialog.querySelector('select');
  return {
    on: (name, work) => dialog.querySelector(`[name="${name}"]`).addEventListener('change', work),
    set: (name, choices, chosen = '') => dialog.querySelector(`[name="${name}"]`).replaceChildren(
      ...choices.map(([key, text]) => make('option', { value: key, selected: key === chosen }, text))),
    get: (name) => dialog.querySelector(`[name="${name}"]`).value,
    answer: new Promise((resolve) => dialog.addEventListener('close', () => {
      const answers = Object.fromEntries(fields.map(([name]) => [name, dialog.querySelector(`[name="${name}"]`).value]));
      resolve(dialog.returnValue === 'yes' ? answers : null);
    }, { once: true })),
    changed,
  };
}
