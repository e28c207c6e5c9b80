// What stands in the fields of a form, as the files say it: texts, lists, mappings; null for nothing.

const TOKEN = '~secret';
const FIELD = '[data-field]';

export const fieldsIn = (place) => [...place.querySelectorAll(FIELD)].filter(
  (each) => each.parentElement.closest('[data-field],[data-row],form') === place.closest('[data-field],[data-row],form'));
export const rowsIn = (field) => [...(field.querySelector('ul.rows')?.children || [])];
export const controlOf = (field) => field.querySelector('input, textarea, select');

// The first field in a place that is seen, else its first button that opens one.
export function firstSeen(place) {
  const there = [...place.querySelectorAll('input, textarea, select, [data-opens]')].filter((each) => each.checkVisibility());
  return there.find((each) => !each.dataset.opens) || there[0];
}

export const topOf = (element) => {
  let field = element.closest(FIELD);
  while (field?.parentElement.closest(FIELD)) field = field.parentElement.closest(FIELD);
  return field;
};

export function valueOf(field, was) {
  const kind = field.dataset.control;
  if (kind === 'rows') {
    const list = rowsIn(field).map((row) => mappingOf(row, field.dataset.lone)).filter((each) => each !== null);
    return list.length ? list : null;
  }
  if (kind === 'group') return mappingOf(field, field.dataset.lone, was);
  const text = controlOf(field).value.replace(/\r\n/g, '\n');
  if (kind === 'text' || kind === 'plain') return text.trim() ? text.replace(/\s+$/, '') : null;
  if (kind === 'lines') {
    const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
    return lines.length > 1 || (lines.length && Array.isArray(was)) ? lines : lines[0] ?? null;
  }
  if (kind === 'pairs') {
    const pairs = text.split('\n').map((line) => line.split(/:(.*)/s).map((part) => part?.trim())).filter(([key]) => key);
    return pairs.length ? Object.fromEntries(pairs.map(([key, value]) => [key, value || ''])) : null;
  }
  return text.trim() || null;
}

function mappingOf(place, lone, was) {
  const values = {};
  for (const field of fieldsIn(place)) {
    const value = valueOf(field);
    if (value !== null) values[field.dataset.field] = value;
  }
  if (place.dataset.token) values[TOKEN] = place.dataset.token;
  const keys = Object.keys(values);
  if (!keys.length) return null;
  const isText = lone && keys.length === 1 && keys[0] === lone && !('mapping' in place.dataset);
  return isText && (was === undefined || was === null || typeof was === 'string') ? values[lone] : values;
}

// Where a field is, as problems name it: "phones-1-number".
export function pathOf(field) {
  const parts = [];
  for (let each = field; each; each = each.parentElement.closest('[data-field],[data-row]')) {
    parts.unshift('row' in each.dataset ? String([...each.parentElement.children].indexOf(each)) : each.dataset.field);
    if (each.parentElement.closest('form') === null) break;
  }
  return parts.join('-');
}

// The field or row that a path leads to, as near as there is one.
export function placeOf(form, path) {
  let place = form, found = null;
  for (const part of path.split('-')) {
    const inside = place.dataset?.control === 'rows'
      ? rowsIn(place)[Number(part)]
      : (place === form ? topFields(form) : fieldsIn(place)).find((each) => each.dataset.field === part);
    if (!inside) break;
    place = found = inside;
  }
  if (!found || !('row' in found.dataset) || 'mapping' in found.dataset) return found;
  const lone = found.parentElement.closest(FIELD).dataset.lone; // a text alone stands for it
  return fieldsIn(found).find((each) => each.dataset.field === lone) || found;
}

export const topFields = (form) => [...form.querySelectorAll(FIELD)].filter((each) => !each.parentElement.closest(FIELD));
