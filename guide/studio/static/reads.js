// What the program has understood: hours as on the page, numbers as they are printed, texts with their words.

import { make, sign, t } from './talk.js';
import { showTexts } from './text.js';
import { controlOf, placeOf } from './values.js';

export function showReads(form, reads) {
  for (const [path, said] of Object.entries(reads.hours || {})) showHours(placeOf(form.form, path), said);
  for (const field of form.form.querySelectorAll('[data-field="number"]')) {
    const printed = reads.phones?.[controlOf(field).value.trim()], place = field.querySelector('[data-reads]');
    if (!place) continue;
    place.hidden = !printed;
    place.textContent = printed ? t('prints_as', { number: printed }) : '';
  }
  showTexts(form, reads.texts || {});
}

function showHours(field, { lines, understood }) {
  const place = field?.dataset.field === 'hours' && field.querySelector('[data-reads]');
  if (!place) return;
  place.hidden = !lines.length;
  const last = understood ? make('p', { class: 'good says' }, sign('ok'), make('span', {}, t('understood'))) : make('p', { class: 'quiet' }, t('not_understood'));
  place.replaceChildren(
    lines.length === 1 ? make('p', {}, make('b', {}, t('reads_as')), ` ${lines[0]}`) : make('p', {}, make('b', {}, t('reads_as'))),
    ...(lines.length > 1 ? [make('ul', {}, ...lines.map((line) => make('li', {}, line)))] : []), last);
}
