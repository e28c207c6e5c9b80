// Lines of a form as a choice among what the guide itself has: boxes to tick where there are few, a search where there are many.

import { hear, make, t } from './talk.js';
import { pathOf } from './values.js';

const FEW = 24;
const IN_ORDER = ['choice-listings', 'city_order', 'neighborhood_order']; // what is added last stands last

// Puts a choice in the place of each text of lines in sight that there is something known for.
export function pickers(form, known) {
  for (const field of form.querySelectorAll('[data-control="lines"]')) {
    const some = known[pathOf(field)];
    if (some && !field.closest('[hidden]') && !field.querySelector('.pick')) pick(field, some, IN_ORDER.includes(pathOf(field)));
  }
}

function pick(field, known, ordered) {
  const text = field.querySelector('textarea'), label = field.querySelector('label');
  const lines = () => text.value.split('\n').map((line) => line.trim()).filter(Boolean);
  const isThat = (one, other) => one.toLocaleLowerCase() === other.toLocaleLowerCase();
  const write = (values) => {
    text.value = values.join('\n');
    text.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const labelOf = (value) => known.find(([own]) => isThat(own, value))?.[1] || value;
  const group = make('div', { class: 'pick', role: 'group', 'aria-label': label.textContent });
  text.hidden = true;
  field.querySelector('[data-choose]')?.remove(); // all that is known is here
  field.append(group);
  if (known.length <= FEW && !ordered) boxes();
  else chosen();

  function boxes() {
    const unknown = lines().filter((value) => !known.some(([own]) => isThat(own, value))).map((value) => [value, value]);
    const all = [...known, ...unknown];
    group.replaceChildren(...all.map(([value, words]) => make('label', { class: 'tick' },
      make('input', { type: 'checkbox', checked: lines().some((each) => isThat(each, value)),
        onchange: (event) => {
          const rest = lines().filter((each) => !isThat(each, value));
          write(event.target.checked ? [...rest, value] : rest);
        } }), make('span', {}, words))));
  }

  function chosen() {
    const id = `${text.id}-known`;
    const list = make('ul', { class: 'picked' });
    const input = make('input', { type: 'text', list: id, autocomplete: 'off', 'aria-label': `${t('pick_add')}: ${label.textContent}` });
    const meant = () => known.find(([own, words]) => isThat(words, input.value.trim()) || isThat(own, input.value.trim()));
    const add = () => {
      const found = meant();
      if (!found) { hear(t('pick_none', { word: input.value })); return; }
      input.value = '';
      if (!lines().some((each) => isThat(each, found[0]))) write([...lines(), found[0]]);
      rows();
      hear(t('pick_added', { name: found[1] }));
    };
    const rows = () => list.replaceChildren(...lines().map((value) => make('li', {}, make('span', {}, labelOf(value)),
      make('button', { type: 'button', 'aria-label': t('pick_remove_of', { name: labelOf(value) }),
        onclick: () => { write(lines().filter((each) => each !== value)); rows(); input.focus(); hear(t('removed')); } }, t('pick_remove')))));
    input.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); add(); } });
    input.addEventListener('input', (event) => { event.stopPropagation(); });
    group.append(list, make('div', { class: 'pick-add' }, input, make('button', { type: 'button', onclick: add }, t('pick_add'))),
      make('datalist', { id }, ...known.map(([, words]) => make('option', { value: words }))));
    rows();
  }
}
