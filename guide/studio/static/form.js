// The form of what is open: saving 0.8 s after the last key, problems at their fields, rows, and what was changed in two places.

import { ask, badge, band, hear, make, readOnly, saved, sign, t, tab } from './talk.js';
import { controlOf, pathOf, placeOf, rowsIn, together, topFields, topOf, valueOf } from './values.js';

const WAIT = 800, AGAIN = 3000; // milliseconds after the last key; till a file that is held is tried again
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class Form {
  constructor(main, tell) {
    this.main = main;
    this.form = main.querySelector('form');
    this.owner = main.dataset.owner;
    this.tell = tell; // what the rest of the page is told: {name, badges, ...}
    this.was = {};
    this.first = {};
    this.problems = [];
    this.timers = {};
    this.held = new Set(); // keys that wait for a choice
    this.visit = 0;
    this.counter = 0;
    this.saving = Promise.resolve(true);
    if (!this.form) return;
    this.was = JSON.parse(this.form.querySelector('.was')?.textContent || '{}');
    this.showReads(JSON.parse(this.form.querySelector('.reads-as')?.textContent || '{}'));
    for (const field of topFields(this.form)) this.take(field);
    if (readOnly) return;
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', (event) => this.typed(event.target));
    this.form.addEventListener('change', (event) => { if (event.target.matches('select')) this.save(topOf(event.target)); });
    this.form.addEventListener('focusin', () => { this.visit += 1; });
    this.form.addEventListener('focusout', (event) => this.left(event));
    this.form.addEventListener('click', (event) => this.clicked(event));
    this.form.addEventListener('keydown', (event) => this.key(event));
    this.dragging();
  }

  // What a field says when it is read.
  take(field) {
    this.first[field.dataset.field] = this.valueOf(field);
  }

  valueOf(field) {
    return valueOf(field, this.was[field.dataset.field]);
  }

  isDirty(field) {
    return !same(this.valueOf(field), this.first[field.dataset.field]);
  }

  dirty() {
    return this.form ? topFields(this.form).filter((field) => this.isDirty(field)) : [];
  }

  typed(target) {
    const field = topOf(target);
    if (!field) return;
    clearTimeout(this.timers[field.dataset.field]);
    if (this.held.has(field.dataset.field)) return;
    this.timers[field.dataset.field] = setTimeout(() => this.save(field), WAIT);
  }

  left(event) {
    const field = topOf(event.target);
    if (!field || field.contains(event.relatedTarget) && field.dataset.control !== 'rows') return;
    if (this.isDirty(field)) this.save(field, true);
    else this.showProblems(field.dataset.field, true);
  }

  saveAll() {
    return Promise.all(this.dirty().map((field) => this.save(field, true)));
  }

  // What is asked of the studio.
  send(keys, visit) {
    return ask('/api/write', { owner: this.owner, keys, visit });
  }

  state() {
    return ask(`/api/state/${this.owner}`);
  }

  leave(key, value) {
    return ask('/api/leave', { owner: this.owner, key, value });
  }

  // Writes a field; one after the other, so that each knows what the one before has made of the file.
  save(field, isLeft = false) {
    clearTimeout(this.timers[field.dataset.field]);
    this.saving = this.saving.then(() => this.write(field, isLeft)).catch((error) => { console.error(error); return false; });
    return this.saving;
  }

  async write(field, isLeft) {
    const key = field.dataset.field;
    if (!this.isDirty(field) || this.held.has(key)) return true;
    const value = this.valueOf(field);
    const late = setTimeout(() => saved(t('saving')), 1000);
    const { status, data } = await this.send({ [key]: { value, was: this.was[key] ?? null } }, `${tab}-${this.visit}-${key}`);
    clearTimeout(late);
    if (status === 200) {
      this.first[key] = value;
      this.taken(data);
      this.showProblems(key, isLeft || !field.contains(document.activeElement));
      saved(t('saved', { time: data.time }));
      hear(t('saved_heard'));
      if (this.warned && !this.dirty().length) { this.warned = false; band(''); }
      return true;
    }
    if (status === 409) this.conflict(field, value, data);
    else if (status === 0) saved(t('unsaved'), true);
    else {
      const why = data.refused ? `${data.refused}` : '';
      saved(t('unsaved'), true);
      this.warned = true;
      band(t('not_saved', { why }), data.full ? make('button', { type: 'button', onclick: () => this.saveAll() }, t('save')) : null);
      if (data.held) this.timers[key] = setTimeout(() => this.save(field), AGAIN);
    }
    return false;
  }

  // What the studio says of the owner after a change.
  taken(data) {
    this.was = data.values;
    this.problems = data.problems;
    this.showReads(data.reads);
    const title = this.main.querySelector('#title');
    if (data.name && title.lastChild && this.owner !== 'guide') title.lastChild.textContent = data.name;
    this.main.querySelector('#badges')?.replaceChildren(...data.badges.map(badge));
    const whole = data.problems.filter((each) => !each.path);
    this.main.querySelector('#whole')?.replaceChildren(...whole.map((each) => this.says(each)));
    this.tell(data);
    for (const field of topFields(this.form)) {
      this.showProblems(field.dataset.field, false, true);
    }
  }

  says(problem, id) {
    const kind = problem.error ? 'problem' : 'warning';
    return make('p', { class: `says ${kind}`, id }, sign(kind), make('span', {}, problem.says));
  }

  // Puts problems where they belong. Nothing turns red while somebody types: only where it was, or on leaving.
  showProblems(key, isLeft, quietly = false) {
    const top = topFields(this.form).find((each) => each.dataset.field === key);
    if (!top || this.problems === undefined || !this.knows) return;
    const wasWrong = top.querySelector('.says.problem, .says.warning');
    if (!isLeft && !quietly && !wasWrong) return;
    const before = [...top.querySelectorAll('.says')].map((each) => each.textContent).join();
    for (const each of top.querySelectorAll('.says.problem, .says.warning')) each.remove();
    for (const each of [top, ...top.querySelectorAll('[data-field],[data-row]')]) each.classList.remove('problem', 'warning');
    for (const each of top.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid');
    const typing = quietly && !wasWrong ? document.activeElement : null; // what is being typed turns red when it is left
    const mine = this.problems.filter((each) => (each.path === key || each.path.startsWith(`${key}-`))
      && !(typing && typing.matches('input, textarea') && placeOf(this.form, each.path)?.contains(typing)));
    mine.forEach((problem, number) => this.showProblem(problem, number));
    const after = [...top.querySelectorAll('.says')].map((each) => each.textContent).join();
    const worst = mine.find((each) => each.error);
    if (worst && before !== after) {
      hear(t('problem', { says: worst.says }));
    }
  }

  get knows() {
    return Boolean(this.problems.length || this.hasAsked);
  }

  showProblem(problem, number) {
    const place = placeOf(this.form, problem.path);
    if (!place) return;
    const id = `says-${problem.path}-${number}`;
    const row = place.parentElement.matches('.row-fields') ? place.closest('[data-row]') : null;
    (row || place).classList.add(problem.error ? 'problem' : 'warning');
    if (place.matches('fieldset')) place.querySelector('legend').after(this.says(problem, id));
    else (row || place).prepend(this.says(problem, id));
    place.hidden = false;
    const control = place.dataset.control === 'rows' || place.dataset.control === 'group' || 'row' in place.dataset
      ? null : controlOf(place);
    if (!control) return;
    if (problem.error) control.setAttribute('aria-invalid', 'true');
    const help = (control.getAttribute('aria-describedby') || '').split(' ').filter((each) => document.getElementById(each));
    control.setAttribute('aria-describedby', [...help, id].join(' '));
  }

  // Hours as they will be read, and numbers as they will be printed.
  showReads(reads) {
    this.hasAsked = true;
    if (!this.form) return;
    const hours = topFields(this.form).find((each) => each.dataset.field === 'hours')?.querySelector('[data-reads]');
    if (hours) {
      const lines = reads.hours?.lines || [];
      hours.hidden = !lines.length;
      const understood = reads.hours?.understood;
      hours.replaceChildren(
        make('p', {}, make('b', {}, t('reads_as')), ` ${lines.join('; ')}`),
        understood ? make('p', { class: 'good says' }, sign('ok'), make('span', {}, t('understood')))
          : make('p', { class: 'quiet' }, t('not_understood')));
    }
    for (const field of this.form.querySelectorAll('[data-field="number"]')) {
      const printed = reads.phones?.[controlOf(field).value.trim()];
      const place = field.querySelector('[data-reads]');
      if (!place) continue;
      place.hidden = !printed;
      place.textContent = printed ? t('prints_as', { number: printed }) : '';
    }
  }

  // --- buttons and rows ---------------------------------------------------------------------------

  clicked(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.opens) this.opens(button);
    else if ('addRow' in button.dataset) this.addRow(button.closest('[data-field]'));
    else if ('rowUp' in button.dataset) this.moveRow(button.closest('[data-row]'), -1, button);
    else if ('rowDown' in button.dataset) this.moveRow(button.closest('[data-row]'), 1, button);
    else if ('rowRemove' in button.dataset) this.removeRow(button.closest('[data-row]'));
    else if (button.dataset.street) this.showStreet(button);
    else if (button.dataset.format) this.format(button);
  }

  opens(button) {
    const field = document.getElementById(button.dataset.opens);
    const group = button.closest('.one-line');
    field.hidden = false;
    group?.classList.remove('one-line');
    button.closest('details.more')?.removeAttribute('open');
    const item = button.closest('li:not([data-row])');
    (item || button).remove();
    if (field.dataset.control === 'rows' && !rowsIn(field).length) this.addRow(field);
    else controlOf(field)?.focus();
  }

  addRow(field) {
    const copy = field.querySelector(':scope > template').content.cloneNode(true);
    this.counter += 1;
    const fresh = `r${this.counter}`;
    rename(copy, fresh);
    const row = copy.querySelector('[data-row]');
    field.querySelector('ul.rows').append(copy);
    controlOf(row)?.focus();
  }

  removeRow(row) {
    const field = row.parentElement.closest('[data-field]');
    const next = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    hear(t('removed'));
    (next ? controlOf(next) : field.querySelector('[data-add-row]'))?.focus();
    this.save(topOf(field), true);
  }

  moveRow(row, by, button) {
    const rows = [...row.parentElement.children];
    const place = rows.indexOf(row) + by;
    if (place < 0 || place >= rows.length) return;
    if (by < 0) rows[place].before(row);
    else rows[place].after(row);
    (button || controlOf(row))?.focus();
    hear(t('moved', { place: place + 1, count: rows.length }));
    this.save(topOf(row), true);
  }

  dragging() {
    let dragged = null;
    this.form.addEventListener('dragstart', (event) => {
      if (!event.target.closest?.('[data-grip]')) return;
      dragged = event.target.closest('[data-row]');
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
    });
    this.form.addEventListener('dragover', (event) => {
      const over = event.target.closest?.('[data-row]');
      if (dragged && over && over.parentElement === dragged.parentElement) event.preventDefault();
    });
    this.form.addEventListener('drop', (event) => {
      const over = event.target.closest?.('[data-row]');
      if (!dragged || !over || over.parentElement !== dragged.parentElement) return;
      event.preventDefault();
      const rows = [...over.parentElement.children];
      if (rows.indexOf(dragged) < rows.indexOf(over)) over.after(dragged);
      else over.before(dragged);
      this.save(topOf(dragged), true);
    });
    this.form.addEventListener('dragend', () => { dragged = null; });
  }

  key(event) {
    const row = event.target.closest?.('[data-row]');
    if (row && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      this.moveRow(row, event.key === 'ArrowUp' ? -1 : 1, event.target);
    }
  }

  format(button) {
    const text = button.closest('.field').querySelector('textarea');
    const { selectionStart: start, selectionEnd: end } = text;
    const chosen = text.value.slice(start, end);
    const kind = button.dataset.format;
    const changed = kind === 'bold' ? `**${chosen}**` : kind === 'link' ? `[${chosen}](https://)`
      : (chosen || '').split('\n').map((line) => `- ${line}`).join('\n');
    text.setRangeText(changed, start, end, 'end');
    text.focus();
    if (!chosen && kind === 'bold') text.setSelectionRange(start + 2, start + 2);
    this.typed(text);
  }

  async showStreet(button) {
    const { status, data } = await ask('/api/street', { owner: this.owner, token: button.dataset.street });
    if (status !== 200) return;
    const field = button.closest('[data-field]');
    for (const [key, value] of Object.entries(data.keys)) {
      const inner = placeOf(this.form, `${pathOf(field)}-${key}`);
      if (inner && inner !== field && typeof value === 'string') {
        controlOf(inner).value = value;
        inner.hidden = false;
      }
    }
    delete field.dataset.token;
    const top = topOf(field);
    this.first[top.dataset.field] = this.valueOf(top); // to look at it changes nothing
    button.remove();
    controlOf(field)?.focus();
  }

  // --- changed in two places ----------------------------------------------------------------------

  conflict(field, mine, data) {
    const key = field.dataset.field, theirs = data.conflict[key] ?? null, base = this.was[key] ?? null;
    this.held.add(key);
    saved(t('unsaved'), true);
    const both = together(base, mine, theirs);
    const end = () => { block.remove(); this.held.delete(key); controlOf(field)?.focus(); };
    const keep = async () => { this.was[key] = theirs; end(); await this.save(field, true); };
    const choices = {
      mine: keep,
      theirs: async () => { await this.leave(key, this.valueOf(field)); end(); await this.again([key]); },
      both: () => { controlOf(field).value = both; return keep(); },
      write: () => { this.was[key] = theirs; end(); },
    };
    const version = (title, value, name, words) => make('section', {}, make('h3', {}, title),
      make('blockquote', {}, asText(value)), make('button', { type: 'button', onclick: choices[name] }, words));
    const block = make('section', { class: 'conflict', role: 'alert', 'aria-label': t('conflict') },
      make('h2', {}, sign('warning'), t('conflict')), make('p', {}, t('conflict_says')),
      make('div', { class: 'versions' }, version(t('yours'), mine, 'mine', t('keep_mine')),
        version(t('theirs', { time: data.when }), theirs, 'theirs', t('keep_theirs'))),
      make('div', { class: 'last' },
        both === null ? null : make('button', { type: 'button', class: 'main', onclick: choices.both }, t('keep_both')),
        make('button', { type: 'button', class: 'plain', onclick: choices.write }, t('write_it'))));
    field.before(block);
    block.scrollIntoView({ block: 'nearest' });
  }

  // Takes keys anew that were changed elsewhere and not here; what is being typed stays.
  async again(keys, said = '') {
    const { status, data } = await ask(this.main.dataset.source || `/form/${this.owner}`);
    if (status !== 200) return;
    const fresh = new DOMParser().parseFromString(data, 'text/html');
    const was = JSON.parse(fresh.querySelector('.was').textContent);
    const taken = [];
    for (const key of keys) {
      const old = topFields(this.form).find((each) => each.dataset.field === key);
      const now = topFields(fresh.querySelector('form')).find((each) => each.dataset.field === key);
      if (!old || !now || this.held.has(key) || (said && this.isDirty(old))) continue;
      const focus = old.contains(document.activeElement) ? document.activeElement.id : '';
      const field = document.adoptNode(now);
      old.replaceWith(field);
      document.querySelector(`[data-opens="${CSS.escape(field.id)}"]`)?.toggleAttribute('hidden', !field.hidden);
      this.was[key] = was[key];
      this.take(field);
      taken.push(key);
      if (focus) document.getElementById(focus)?.focus();
    }
    const state = await this.state();
    if (state.status === 200) this.taken({ ...state.data, values: { ...state.data.values, ...this.kept() } });
    if (said && taken.length) { this.note(said); hear(said); }
  }

  // What is wrong, when the checks have been made.
  async checked() {
    if (!this.form) return;
    const { status, data } = await this.state();
    if (status === 200) this.taken({ ...data, values: { ...data.values, ...this.kept() } });
  }

  // What the keys said that are being changed here.
  kept() {
    return Object.fromEntries(this.dirty().map((field) => [field.dataset.field, this.was[field.dataset.field] ?? null]));
  }

  note(text) {
    const place = this.main.querySelector('#outside');
    place.textContent = text;
    place.hidden = false;
    clearTimeout(this.noted);
    this.noted = setTimeout(() => { place.hidden = true; }, 10000);
  }

  label(key) {
    const field = topFields(this.form).find((each) => each.dataset.field === key);
    return field?.querySelector('label, legend')?.textContent || key;
  }
}

function asText(value) {
  if (value === null) return t('nothing_there');
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(asText).join('\n');
  return Object.entries(value).filter(([key]) => !key.startsWith('~')).map(([key, each]) => `${key}: ${asText(each)}`).join('\n');
}

// Gives a new row names of its own; rows that may come in it keep theirs until they come.
function rename(place, fresh) {
  for (const name of ['id', 'for', 'aria-describedby', 'data-opens']) {
    for (const each of place.querySelectorAll(`[${name}]`)) each.setAttribute(name, each.getAttribute(name).replaceAll('NEW', fresh));
  }
}
