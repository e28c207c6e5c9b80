// One text changed in two places: both stand in the field's place, with what differs marked, until one is chosen.

import { marked, together } from './differ.js';
import { make, saved, sign, t } from './talk.js';
import { controlOf } from './values.js';

const now = () => [new Date().getHours(), new Date().getMinutes()].map((each) => String(each).padStart(2, '0')).join(':');

// `form`: the form; `mine`: what is typed; `data`: the answer of the studio, with what the file says.
export function conflict(form, field, mine, data) {
  const key = field.dataset.field, theirs = data.conflict[key] ?? null, base = form.was[key] ?? null;
  const both = controlOf(field)?.matches('input, textarea') && field.dataset.control !== 'rows' && field.dataset.control !== 'group'
    ? together(base, mine, theirs) : null;
  form.held.add(key);
  form.showBadges();
  saved(t('unsaved_texts', { count: form.held.size }), true);
  const end = () => {
    block.remove();
    field.hidden = false;
    form.held.delete(key);
    form.showBadges();
    controlOf(field)?.focus();
  };
  const keep = async () => { form.was[key] = theirs; end(); await form.save(field, true); };
  const choices = {
    mine: keep,
    theirs: async () => { await form.leave(key, form.valueOf(field)); end(); await form.again([key]); },
    both: () => { controlOf(field).value = Array.isArray(both) ? both.join('\n') : both; return keep(); },
    write: () => { form.was[key] = theirs; end(); },
  };
  const version = (name, title, value, words) => make('section', { 'aria-labelledby': `${key}-${name}` }, make('h3', { id: `${key}-${name}` }, title),
    make('blockquote', { dir: 'auto', lang: controlOf(field)?.lang || null }, ...pieces(base, value)), make('button', { type: 'button', onclick: choices[name] }, words));
  const block = make('section', { class: 'conflict', role: 'alert', 'aria-label': t('conflict') },
    make('h2', {}, sign('warning'), t('conflict')), make('p', {}, t('conflict_says')),
    make('div', { class: 'versions' }, version('mine', t('yours', { time: now() }), mine, t('keep_mine')),
      version('theirs', t('theirs', { time: data.when }), theirs, t('keep_theirs'))),
    make('div', { class: 'last' },
      both === null ? null : make('button', { type: 'button', class: 'main', onclick: choices.both }, t('keep_both')),
      make('button', { type: 'button', class: 'plain', onclick: choices.write }, t('write_it'))));
  field.before(block);
  field.hidden = true;
  block.scrollIntoView({ block: 'nearest' });
}

// A value as it is read, what is new in it marked, for the ear too.
function pieces(base, value) {
  if (value === null) return [t('nothing_there')];
  return marked(base === null ? '' : asText(base), asText(value)).map(({ text, isNew }) => (isNew && text.trim()
    ? make('mark', {}, make('span', { class: 'unseen' }, `${t('differs')} `), text) : text));
}

function asText(value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(asText).join('\n');
  return Object.entries(value).filter(([key]) => !key.startsWith('~')).map(([, each]) => asText(each)).join(', ');
}
