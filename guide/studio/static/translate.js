// The view of the translations: pairs of a source and its translation, saved as they are typed, and done one by one.

import { menus } from './alone.js';
import { conflict } from './conflict.js';
import { Form } from './form.js';
import { fetched, head } from './head.js';
import { keep, own } from './own.js';
import { Sheet } from './translate_sheet.js';
import { ask, badge, hear, keepFocus, make, question, readOnly, refused, saved, t } from './talk.js';
import { controlOf, topFields } from './values.js';

const $ = (id) => document.getElementById(id);

// A form whose fields are translations.
class Pairs extends Form {
  get fields() {
    return topFields(this.form).map((field) => field.dataset.field);
  }

  send(keys, visit, done = false, same = false) {
    return ask('/api/translate/write', { owner: this.owner, keys, visit, done, same, fields: this.fields });
  }

  state() {
    return ask(`/translation/state?${new URLSearchParams({ owner: this.owner, fields: this.fields.join(',') })}`);
  }

  leave(key, value) {
    return ask('/api/translate/leave', { owner: this.owner, key, value });
  }

  label(key) {
    return $(`h-${key}`)?.textContent || key;
  }

  // A translation is right for its source as it is now; `isSame`: with lines that are the same in both.
  done(field, isSame) {
    clearTimeout(this.timers[field.dataset.field]);
    return this.inTurn(() => this.right(field, isSame));
  }

  async right(field, isSame) {
    const key = field.dataset.field, value = this.valueOf(field);
    if (!this.form.contains(field)) return false;
    if (!value) { hear(t('nothing_written')); controlOf(field).focus(); return false; }
    if (this.held.has(key)) return false;
    const { status, data } = await this.send({ [key]: { value, was: this.was[key] ?? null } }, '', true, isSame);
    if (status === 200) {
      this.first[key] = value;
      await this.takeIn(data, key);
      this.showProblems(key, true);
      saved(t('saved', { time: data.time }));
      return true;
    }
    if (status === 409) conflict(this, field, value, data);
    else if (status === 0) saved(t('unsaved'), true);
    else refused(data);
    return false;
  }
}

let form = null, sheet = null, following = '';

// --- what is shown --------------------------------------------------------------------------------

function mount() {
  const main = $('main');
  form = main?.dataset.owner ? new Pairs(main, (data) => { if (main.isConnected) told(data); }) : null;
  if (!form) return;
  following = $('main').dataset.next;
  sheet = new Sheet($('sheet'), $('main').dataset.language, sheet);
  $('translate').classList.toggle('with-page', sheet.isOpen);
  $('show-page').setAttribute('aria-pressed', String(sheet.isOpen));
  sheet.follow(document.querySelector('.pair')?.dataset.of || '');
}

// What the studio says after a change: signs of the pairs, counts, the queue.
function told(data) {
  if (!data.pairs) return;
  for (const [key, pair] of Object.entries(data.pairs)) {
    const place = $(`pair-${key}`);
    if (!place) continue;
    place.querySelector('.pair-top .badge').replaceWith(badge(pair.badge));
    place.querySelector('[data-take]')?.toggleAttribute('hidden', pair.state !== 'missing');
    if (pair.state !== place.dataset.state && !place.querySelector('[data-right]')?.matches(':focus')) {
      place.querySelector('[data-right]')?.toggleAttribute('hidden', pair.state === 'done');
    }
    if (pair.state === 'done' && place.dataset.state !== 'done') place.querySelector('.source').replaceChildren(pair.source.map(([, text]) => text).join(''));
    place.dataset.state = pair.state;
  }
  $('show-todo').textContent = data.to_do;
  $('show-all').textContent = data.all;
  following = data.next;
  for (const each of data.queue) {
    const row = document.querySelector(`#queue [data-group="${CSS.escape(each.name)}"] .badges`);
    row?.replaceChildren(...each.badges.map(badge));
  }
  if (data.checked) $('signed').querySelector('span').textContent = data.checked;
}

// `stays`: what is typed keeps the view as it is.
async function show(address, { focus = true, remember = true, stays = false } = {}) {
  const fresh = await fetched(address, '#translate');
  if (!fresh) { location.assign('/translate'); return; } // its language may have been taken back
  if (stays && form?.dirty().length) { await form.checked(); return; }
  if (!(await allSaved())) return;
  const back = keepFocus($('translate')), scrolled = $('main')?.querySelector('.pane-body')?.scrollTop || 0;
  const queue = document.querySelector('.queue .pane-body')?.scrollTop || 0;
  $('translate').replaceWith(fresh);
  if (remember) history.pushState({}, '', address);
  mount();
  document.querySelector('.queue .pane-body').scrollTop = queue;
  if (focus) { $('title').focus(); return; }
  $('main').querySelector('.pane-body').scrollTop = scrolled;
  back();
}

const here = () => location.pathname + location.search;
const again = () => show(here(), { focus: false, remember: false, stays: true });

const allSaved = async () => !form || form.allSaved();

async function go(address, options) {
  if (await allSaved()) await show(address, options);
}

// --- deeds ----------------------------------------------------------------------------------------

// The next pair in which something is to do, else the next group.
async function next(pair) {
  const pairs = [...document.querySelectorAll('.pair')], place = pairs.indexOf(pair);
  const isAll = $('show-all').getAttribute('aria-pressed') === 'true';
  const todo = [...pairs.slice(place + 1), ...(isAll ? [] : pairs.slice(0, place))].find((each) => each.dataset.state !== 'done');
  if (todo) {
    todo.querySelector('textarea').focus();
    todo.scrollIntoView({ block: 'nearest' });
    hear(t('done_next', { name: todo.querySelector('h2').textContent }));
  } else if (following) {
    await go(following);
    hear(t('done_next', { name: $('title').textContent }));
  } else {
    hear(t('done_all'));
    $('title').focus();
  }
}

async function done(pair, isSame = false) {
  const field = pair.querySelector('[data-field]');
  if (await form.done(field, isSame)) await next(pair);
}

function take(pair, text) {
  const control = controlOf(pair.querySelector('[data-field]'));
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.focus();
}

async function sign() {
  if (!(await allSaved())) return;
  const answers = await question(t('sign_title'), t('sign_yes'), [['by', t('sign_who'), own('caller')]]).answer;
  const by = answers?.by.trim();
  if (!by) return;
  keep('caller', by);
  const { status, data } = await ask('/api/translate/sign', { language: $('main').dataset.language, by });
  if (status !== 200) { refused(data); return; }
  await again();
  hear(data.said);
  $('sign')?.focus();
}

async function start(language) {
  const { status, data } = await ask('/api/translate/start', { language });
  if (status !== 200) refused(data);
  else location.assign(data.address);
}

async function startAsked() {
  if (!(await allSaved())) return;
  const choices = [...$('new-languages').options].map((each) => [each.value, each.textContent]);
  const answers = await question(t('start_title'), t('start_yes'), [['language', t('start_language'), choices]]).answer;
  if (answers) await start(answers.language);
}

async function takeIn(file) {
  if (!file || !(await allSaved())) return;
  const data64 = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.split(',')[1] || ''));
    reader.readAsDataURL(file);
  });
  const { status, data } = await ask('/import-translation', { language: $('main').dataset.language, name: file.name, data: data64 });
  if (status === 200) await again();
  const lines = status === 200 ? [...data.problems, data.more].filter(Boolean) : [];
  const said = status === 200 ? data.said : t('not_saved', { why: data?.refused || '' });
  $('report').replaceChildren(make('p', {}, said), ...(lines.length ? [make('ul', {}, ...lines.map((each) => make('li', {}, each)))] : []));
  $('report').hidden = false;
  $('po').value = '';
}

function showPage() {
  sheet.toggle();
  $('translate').classList.toggle('with-page', sheet.isOpen);
  $('show-page').setAttribute('aria-pressed', String(sheet.isOpen));
}

// --- what is pressed ------------------------------------------------------------------------------

function clicked(event) {
  const target = event.target.closest?.('button, a[data-group]');
  if (!target) return;
  const pair = target.closest('.pair');
  if (target.matches('a')) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(target.getAttribute('href'));
  } else if ('done' in target.dataset) done(pair);
  else if ('right' in target.dataset) done(pair, pair.dataset.state === 'left');
  else if ('take' in target.dataset) take(pair, target.dataset.take);
  else if (target.dataset.show) go(`${location.pathname}?show=${target.dataset.show}`, { focus: false }).then(() => $(target.id)?.focus());
  else if (target.id === 'show-page') showPage();
  else if (target.id === 'sign') sign();
  else if (target.id === 'start') startAsked();
  else if (target.id === 'take-in') $('po').click();
  else if (target.id === 'start-now') start($('new-language').value);
}

function changed(event) {
  if (event.target.id === 'into') go(`/translate/${encodeURIComponent(event.target.value)}`, { focus: false }).then(() => $('into').focus());
  else if (event.target.id === 'po') takeIn(event.target.files[0]);
}

function key(event) {
  const pair = event.target.closest?.('.pair');
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !pair || readOnly) return;
  event.preventDefault();
  done(pair);
}

// Somebody else has changed something: what is not being typed here is taken in.
async function heard({ by, languages }) {
  sheet?.draw();
  if (!form) { if (languages.length) location.reload(); return; }
  if ($('ask').open) return;
  if (!form.form || !document.activeElement.matches('.pair textarea') && !form.dirty().length) await again();
  else await form.checked(by ? 'other_tab' : 'outside');
}

mount();
menus();
document.addEventListener('click', clicked);
document.addEventListener('change', changed);
document.addEventListener('focusin', (event) => sheet?.follow(event.target.closest?.('.pair')?.dataset.of || ''));
addEventListener('keydown', key);
addEventListener('popstate', () => go(here(), { remember: false }));
addEventListener('beforeunload', (event) => { if (form?.dirty().length) { form.saveAll(); event.preventDefault(); } });
head({ before: allSaved, after: async () => { sheet?.draw(); await again(); }, unsaved: () => form?.unsaved() || '', heard }).addEventListener('changed', () => sheet?.draw());
