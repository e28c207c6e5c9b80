// Rows of a field: phones, offices, meetings. They come, go and move, by buttons, keys and dragging.

import { hear, t } from './talk.js';
import { controlOf, firstSeen, topOf } from './values.js';

let counter = 0;

export function addRow(field) {
  const copy = field.querySelector(':scope > template').content.cloneNode(true);
  counter += 1;
  rename(copy, `r${counter}`);
  const row = copy.querySelector('[data-row]');
  field.querySelector('ul.rows').append(copy);
  firstSeen(row)?.focus();
}

export function removeRow(form, row) {
  const field = row.parentElement.closest('[data-field]');
  const next = row.nextElementSibling || row.previousElementSibling;
  row.remove();
  hear(t('removed'));
  (next ? next.querySelector('details.fold:not([open]) > summary') || firstSeen(next) : field.querySelector('[data-add-row]'))?.focus();
  form.save(topOf(field), true);
}

export function moveRow(form, row, by, button) {
  const rows = [...row.parentElement.children];
  const place = rows.indexOf(row) + by;
  if (place < 0 || place >= rows.length) { hear(t('no_further')); return; }
  if (by < 0) rows[place].before(row);
  else rows[place].after(row);
  (button || controlOf(row))?.focus();
  hear(t(by < 0 ? 'moved_up' : 'moved_down', { place: place + 1, count: rows.length }));
  form.save(topOf(row), true);
}

export function dragging(form) {
  let dragged = null;
  const isBeside = (over) => dragged && over && over.parentElement === dragged.parentElement;
  form.form.addEventListener('dragstart', (event) => {
    if (!event.target.closest?.('[data-grip]')) return;
    dragged = event.target.closest('[data-row]');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
  });
  form.form.addEventListener('dragover', (event) => { if (isBeside(event.target.closest?.('[data-row]'))) event.preventDefault(); });
  form.form.addEventListener('drop', (event) => {
    const over = event.target.closest?.('[data-row]');
    if (!isBeside(over)) return;
    event.preventDefault();
    const rows = [...over.parentElement.children];
    if (rows.indexOf(dragged) < rows.indexOf(over)) over.after(dragged);
    else over.before(dragged);
    form.save(topOf(dragged), true);
  });
  form.form.addEventListener('dragend', () => { dragged = null; });
}

// Gives a new row names of its own; rows that may come in it keep theirs until they come.
function rename(place, fresh) {
  for (const name of ['id', 'for', 'aria-describedby', 'data-opens']) {
    for (const each of place.querySelectorAll(`[${name}]`)) each.setAttribute(name, each.getAttribute(name).replaceAll('NEW', fresh));
  }
}
