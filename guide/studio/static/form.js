// The form of what is open: saving 0.8 s after the last key, and what is done with its fields.

import { conflict } from './conflict.js';
import { showReads } from './reads.js';
import { addRow, dragging, moveRow, removeRow } from './rows.js';
import { ask, badge, band, hear, make, readOnly, refused, saved, t, tab } from './talk.js';
import { choose, format, nextLine } from './text.js';
import { controlOf, firstSeen, pathOf, placeOf, rowsIn, topFields, topOf, valueOf } from './values.js';
import { says, showProblems } from './wrong.js';

const WAIT = 800, AGAIN = 3000; // milliseconds after the last key; till a file that is held is tried again
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);


// Rows that are open stay open.
function unfolded(old, fresh) {
  const folds = [...fresh.querySelectorAll('details.fold')];
  for (const [place, each] of [...old.querySelectorAll('details.fold')].entries()) folds[place]?.toggleAttribute('open', each.open);
}

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
    this.badges = [];
    this.shown = new Set(); // keys whose secret streets are shown
    this.saving = Promise.resolve(true);
    this.written = new Set(); // keys that were written here
    if (!this.form) return;
    this.was = JSON.parse(this.form.querySelector('.was')?.textContent || '{}');
    this.form.querySelector('.was')?.remove(); // a street that becomes secret stands nowhere in the page
    for (const field of topFields(this.form)) this.take(field);
    if (readOnly) return;
    this.showReads(JSON.parse(this.form.querySelector('.reads-as')?.textContent || '{}'));
    this.begin(JSON.parse(this.form.querySelector('.state-now')?.textContent || 'null'));
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', (event) => this.typed(event.target));
    this.form.addEventListener('change', (event) => { if (event.target.matches('select')) this.save(topOf(event.target)); });
    this.form.addEventListener('focusin', () => { this.visit += 1; });
    this.form.addEventListener('focusout', (event) => this.left(event));
    this.form.addEventListener('click', (event) => this.clicked(event));
    this.form.addEventListener('keydown', (event) => this.key(event));
    dragging(this);
  }

  // Problems as they were when the form was made, with what can be done about them.
  begin(state) {
    if (!state) return;
    this.problems = state.problems;
    this.badges = state.badges;
    this.showWhole();
    for (const field of topFields(this.form)) showProblems(this, field.dataset.field, true, false, true);
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

  // Saves what is not saved yet, and says so where that cannot be.
  async allSaved() {
    await this.saveAll();
    if (!this.dirty().length) return true;
    saved(t('unsaved'), true);
    return false;
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

  // Fields are written, and taken in, one after the other: each knows what the one before has made of the file, and no answer is older than the one before.
  inTurn(work) {
    this.saving = this.saving.then(work).catch((error) => { console.error(error); return false; });
    return this.saving;
  }

  save(field, isLeft = false) {
    clearTimeout(this.timers[field.dataset.field]);
    return this.inTurn(() => this.write(field, isLeft));
  }

  async write(field, isLeft) {
    const key = field.dataset.field;
    if (!this.form.contains(field)) return true; // another one has taken its place, with what the file says
    if (!this.isDirty(field) || this.held.has(key)) return true;
    const value = this.valueOf(field);
    const late = setTimeout(() => saved(t('saving')), 1000);
    const { status, data } = await this.send({ [key]: { value, was: this.was[key] ?? null } }, `${tab}-${this.visit}-${key}`);
    clearTimeout(late);
    if (status === 200) {
      this.first[key] = value;
      await this.takeIn(data, key);
      const stays = value === null && key in data.values; // a file has to have a line
      if (stays || this.isNowSecret(field, data.values[key])) await this.fresh([key]);
      this.showProblems(key, isLeft || !field.contains(document.activeElement));
      saved(t('saved', { time: data.time }));
      if (this.heard !== this.visit || isLeft) hear(t('saved_heard')); // once, however often it was written meanwhile
      this.heard = this.visit;
      if (this.warned && !this.dirty().length) { this.warned = false; band(''); }
      return true;
    }
    if (status === 409) conflict(this, field, value, data);
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

  // Whether a street that stands in the form has become secret.
  isNowSecret(field, value) {
    return !this.shown.has(field.dataset.field) && JSON.stringify(value ?? '').includes('"~secret"')
      && [field, ...field.querySelectorAll('[data-control="group"]')].some((each) => !each.dataset.token && each.querySelector(':scope > .field[data-field="confidential"] select')?.value === 'yes');
  }

  // Writes a key that may have no field of its own in sight; whether it was written.
  put(key, value) {
    return this.inTurn(() => this.putNow(key, value));
  }

  async putNow(key, value) {
    const { status, data } = await this.send({ [key]: { value, was: this.was[key] ?? null } }, '');
    if (status !== 200) { refused(data); return false; }
    await this.takeIn(data, key);
    await this.fresh([key]);
    saved(t('saved', { time: data.time }));
    hear(t('saved_heard'));
    return true;
  }

  // Takes in what the studio says of the owner after a change, here of a `key`, or elsewhere: what is being changed here stays,
  // and its save is asked about.
  async takeIn(data, key = null, words = 'as_in_file') {
    if (key) { this.was[key] = data.values[key]; this.written.add(key); }
    const others = this.differing(data.values);
    this.taken(data);
    if (others.length) await this.fresh(others, t(words, { what: others.map((each) => this.label(each)).join(', ') }));
  }

  // The keys whose fields say something else than the file, but for those that are being changed here. What has no field here is taken.
  differing(values) {
    const fields = new Map(topFields(this.form).map((field) => [field.dataset.field, field]));
    const keys = Object.keys({ ...this.was, ...values }).filter((key) => !same(this.was[key] ?? null, values[key] ?? null));
    for (const key of keys) if (!fields.has(key)) this.was[key] = values[key];
    return keys.filter((key) => fields.has(key) && !this.held.has(key) && !this.isDirty(fields.get(key)));
  }

  // Shows what the studio says of the owner beside its fields.
  taken(data) {
    this.problems = data.problems;
    this.showReads(data.reads);
    const title = this.main.querySelector('#title');
    if (data.name && title?.lastChild && this.owner !== 'guide') title.lastChild.textContent = data.name;
    this.showBadges(data.badges);
    this.showWhole();
    this.tell(data);
    for (const field of topFields(this.form)) {
      this.showProblems(field.dataset.field, false, true);
    }
  }

  // What is wrong with the whole.
  showWhole() {
    this.main.querySelector('#whole')?.replaceChildren(...this.problems.filter((each) => !each.path).map((each) => says(this, each)));
  }

  // Puts problems where they belong. Nothing turns red while somebody types: only where it was, or on leaving.
  showProblems(key, isLeft, quietly = false) {
    showProblems(this, key, isLeft, quietly);
  }

  get knows() {
    return Boolean(this.problems.length || this.hasAsked);
  }

  // Hours as they will be read, and numbers as they will be printed.
  showReads(reads) {
    this.hasAsked = true;
    showReads(this, reads);
  }

  // The signs below the title, and what waits for a choice.
  showBadges(badges = this.badges) {
    this.badges = badges;
    const waits = this.held.size ? [badge({ sign: 'warning', words: t('choose_one') })] : [];
    this.main.querySelector('#badges')?.replaceChildren(...waits, ...badges.map(badge));
  }

  // --- buttons and rows ---------------------------------------------------------------------------

  clicked(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.opens) this.opens(button);
    else if ('addRow' in button.dataset) this.addRow(button.closest('[data-field]'));
    else if ('rowUp' in button.dataset) moveRow(this, button.closest('[data-row]'), -1, button);
    else if ('rowDown' in button.dataset) moveRow(this, button.closest('[data-row]'), 1, button);
    else if ('rowRemove' in button.dataset) removeRow(this, button.closest('[data-row]'));
    else if (button.dataset.street) this.showStreet(button);
    else if (button.dataset.format) format(this, button);
    else if (button.dataset.choose) choose(this, button);
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
    else firstSeen(field)?.focus();
  }

  addRow(field) {
    addRow(field);
  }

  key(event) {
    const isText = event.target.matches?.('[data-control="text"] textarea'), isPlain = !event.shiftKey && !event.ctrlKey && !event.isComposing;
    if (isText && isPlain && event.key === 'Enter' && nextLine(this, event.target)) event.preventDefault();
    const row = event.target.closest?.('[data-row]');
    if (row && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      moveRow(this, row, event.key === 'ArrowUp' ? -1 : 1, event.target);
    }
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
    this.shown.add(top.dataset.field);
    this.first[top.dataset.field] = this.valueOf(top); // to look at it changes nothing
    button.remove();
    controlOf(field)?.focus();
  }

  // Takes keys anew that were changed elsewhere; with `said`, what is being typed here stays.
  again(keys, said = '') {
    return this.inTurn(() => this.fresh(keys, said));
  }

  async fresh(keys, said = '') {
    const { status, data } = await ask(this.main.dataset.source || `/form/${this.owner}`);
    if (status !== 200 || !this.main.isConnected) return;
    const fresh = new DOMParser().parseFromString(data, 'text/html');
    const was = JSON.parse(fresh.querySelector('.was').textContent);
    const taken = [];
    for (const key of keys) {
      const old = topFields(this.form).find((each) => each.dataset.field === key);
      const now = topFields(fresh.querySelector('form')).find((each) => each.dataset.field === key);
      if (!old || !now || this.held.has(key) || (said && this.isDirty(old))) continue;
      taken.push(key);
      if (said && same(this.was[key] ?? null, was[key] ?? null)) continue; // it was taken in before
      const active = old.contains(document.activeElement) ? document.activeElement : null, focus = active?.closest('[data-field]');
      const place = focus ? pathOf(focus) : '', id = active?.id; // rows that are new here have another number there
      const field = document.adoptNode(now);
      unfolded(old, field);
      old.replaceWith(field);
      document.querySelector(`[data-opens="${CSS.escape(field.id)}"]`)?.toggleAttribute('hidden', !field.hidden);
      this.was[key] = was[key];
      this.take(field);
      if (active) (document.getElementById(id) || firstSeen(placeOf(this.form, place) || field))?.focus();
    }
    const state = await this.state();
    if (state.status === 200) this.taken(state.data); // what differs by now is told once more
    if (said && taken.length) { this.note(said); hear(said); }
  }

  // What is wrong, when the checks have been made, and whatever else is new.
  checked(words = 'as_in_file') {
    return this.inTurn(async () => {
      if (!this.form) return;
      const { status, data } = await this.state();
      if (status === 200) await this.takeIn(data, null, words);
    });
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
    return field?.closest('[data-asked]')?.dataset.label || field?.querySelector('label, legend')?.textContent || key;
  }

  // What is typed and not saved, as it is copied.
  unsaved() {
    const text = (value) => typeof value === 'string' ? value : JSON.stringify(value, null, 1);
    return this.dirty().map((field) => `${this.label(field.dataset.field)}:\n${text(this.valueOf(field))}`).join('\n\n');
  }
}
