// One of many: a field in which one types, and the list of what has these words; arrows, Enter, Escape.

import { hear, make, plain, t } from './talk.js';

const MOST = 8; // shown at once
let open = null;

// Stands behind `place`; choices [[value, words]]; `chosen` is told the value, `left` that there was none.
export function pick(place, label, choices, chosen, left) {
  open?.(false);
  const input = make('input', { id: 'pick', type: 'text', role: 'combobox', autocomplete: 'off', 'aria-expanded': 'true', 'aria-controls': 'pick-list', 'aria-autocomplete': 'list' });
  const list = make('ul', { id: 'pick-list', role: 'listbox', 'aria-label': label });
  const nothing = make('p', { class: 'quiet', hidden: true });
  const box = make('div', { class: 'picker' }, make('label', { for: 'pick' }, label), input, list, nothing,
    make('button', { type: 'button', class: 'plain', onclick: () => close(true) }, t('pick_close')));
  let shown = [], at = 0;

  function close(goesBack) {
    box.remove();
    open = null;
    if (goesBack) left?.();
  }

  function choose(place) {
    const value = shown[place]?.[0];
    if (value === undefined) return;
    close(false);
    chosen(value);
  }

  function mark(to) {
    at = Math.max(0, Math.min(to, shown.length - 1));
    [...list.children].forEach((each, place) => each.setAttribute('aria-selected', String(place === at)));
    if (shown.length) input.setAttribute('aria-activedescendant', `pick-${at}`);
    else input.removeAttribute('aria-activedescendant');
  }

  function draw() {
    const wanted = plain(input.value.trim()), all = choices.filter(([, words]) => plain(words).includes(wanted));
    shown = all.slice(0, MOST);
    list.replaceChildren(...shown.map(([, words], place) => make('li', { role: 'option', id: `pick-${place}`, onmousedown: (event) => { event.preventDefault(); choose(place); } }, words)));
    list.hidden = !shown.length;
    input.setAttribute('aria-expanded', String(Boolean(shown.length)));
    nothing.hidden = Boolean(shown.length);
    nothing.textContent = shown.length ? '' : t('none_found', { word: input.value.trim() });
    mark(0);
    if (wanted) hear(shown.length ? t('choices', { count: all.length }) : nothing.textContent);
  }

  for (const name of ['input', 'change', 'focusout']) box.addEventListener(name, (event) => event.stopPropagation());
  input.addEventListener('input', draw);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at - 1);
    else if (event.key === 'Enter') choose(at);
    else if (event.key === 'Escape') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  place.after(box);
  draw();
  input.focus();
  open = close;
}
