// The view of the calls: the listing that is called, what came of it, and who comes next.

import { menus } from './alone.js';
import { Form } from './form.js';
import { fetched, head } from './head.js';
import { keep, own } from './own.js';
import { ask, band, hear, keepFocus, question, readOnly, refused, saved, t } from './talk.js';
import { topFields } from './values.js';

const $ = (id) => document.getElementById(id);
let form = null, before = {}, busy = false;

const caller = () => ($('me')?.value || '').trim();

// --- what is shown --------------------------------------------------------------------------------

function mount() {
  const main = $('main');
  form = main.dataset.owner ? new Form(main, will) : null;
  before = { ...(form?.was || {}) };
  if (readOnly) return;
  $('me').value = own('caller');
  $('me').addEventListener('input', () => { keep('caller', caller()); will(); });
  $('one-letter').checked = own('keys') !== 'no';
  $('one-letter').addEventListener('change', (event) => keep('keys', event.target.checked ? 'yes' : 'no'));
  main.querySelector('form')?.addEventListener('input', () => will());
  will();
}

// What will be written, and what the first button is called once something was changed.
function will() {
  const place = $('will');
  if (!place) return;
  const changed = topFields(form.form).map((field) => field.dataset.field)
    .filter((key) => form.written.has(key) && JSON.stringify(form.was[key]) !== JSON.stringify(before[key])
      || form.isDirty(topFields(form.form).find((each) => each.dataset.field === key)));
  const what = changed.map((key) => form.label(key)).join(', ');
  const by = caller();
  place.textContent = !by ? t('call_no_name')
    : changed.length ? t('call_will_change', { what, day: place.dataset.day, by }) : t('call_will', { day: place.dataset.day, by });
  $('right-words').textContent = changed.length ? t('call_go_on') : t('call_right');
}

// `stays`: what is typed, or about to be, keeps the view as it is.
async function show(address, { focus = true, remember = true, stays = false } = {}) {
  const fresh = await fetched(address, '#calls');
  if (!fresh) { location.assign(address); return; }
  if (stays && (form?.dirty().length || !focus && document.querySelector('.changing'))) { await form.checked(); return; }
  if (!(await allSaved())) return;
  const back = keepFocus($('calls'));
  $('calls').replaceWith(fresh);
  if (remember) history.pushState({}, '', address);
  mount();
  if (focus) $('title').focus();
  else back();
}

const here = () => location.pathname;
const addressOf = (listing) => listing ? `/calls/${encodeURIComponent(listing)}` : '/calls';

const allSaved = async () => !form || form.allSaved();

// --- who is calling -------------------------------------------------------------------------------

async function named() {
  if (caller()) return true;
  const answers = await question(t('who_called'), t('called_yes'), [['by', t('who_called'), '']]).answer;
  const by = answers?.by.trim();
  if (!by) return false;
  keep('caller', by);
  $('me').value = by;
  will();
  return true;
}

// --- deeds ----------------------------------------------------------------------------------------

async function change(key) {
  if (!(await named())) return;
  const place = document.querySelector(`[data-asked="${CSS.escape(key)}"]`);
  const wrapper = place?.querySelector('.change');
  if (!wrapper) return;
  $('main').querySelector('details.menu')?.removeAttribute('open');
  place.hidden = wrapper.hidden = false;
  place.classList.add('changing');
  for (const each of place.querySelectorAll('[data-now]')) each.hidden = true;
  for (const each of document.querySelectorAll(`.ask-also [data-change="${CSS.escape(key)}"]`)) each.hidden = true;
  const field = wrapper.querySelector('[data-field]');
  field.hidden = false;
  if (field.dataset.control === 'rows' && !field.querySelector('ul.rows > li')) form.addRow(field);
  else (field.querySelector('input, textarea, select') || field).focus();
  wrapper.scrollIntoView({ block: 'nearest' });
}

async function answer(kind) {
  if (busy || !form || !(await named())) return;
  busy = true;
  try {
    if (!(await allSaved())) return;
    let reason = '';
    if (kind === 'unprinted') {
      const answers = await question(t('call_why_title'), t('call_why_yes'),
        [['reason', t('call_why'), t('call_why_usual', { day: $('will').dataset.day })]]).answer;
      if (!answers) return;
      reason = answers.reason;
    }
    const { listing, since } = $('main').dataset;
    const { status, data } = await ask('/api/calls/answer', { listing, kind, by: caller(), since: Number(since), reason });
    if (status === 200) {
      band('');
      await show(addressOf(data.next));
      saved(data.said);
      hear(data.heard);
    } else if (status === 409) { band(t('call_changed')); await show(here(), { remember: false }); }
    else if (status === 404) { band(t('call_gone')); await show('/calls'); }
    else refused(data);
  } finally { busy = false; }
}

async function undo(number = null) {
  if (!(await allSaved())) return;
  const { status, data } = await ask('/api/calls/undo', { number });
  if (status === 409 || status === 404) band(t('undo_conflict', { name: data.owner ? data.owner.replace(/^\w+\//, '') : '' }));
  else if (status !== 200) refused(data);
  else if (data.nothing) hear(t('nothing_to_undo'));
  else {
    await show(addressOf(data.listing));
    hear(t('undone', { name: data.name }));
    saved(t('undone', { name: data.name }));
  }
}

// --- what is pressed ------------------------------------------------------------------------------

const LETTERS = { a: 'right', n: 'no_answer', c: 'closed', l: 'later', p: 'unprinted' };

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, dialog')) return;
  if (readOnly || !$('one-letter')?.checked || event.repeat) return;
  const letter = event.key.toLowerCase();
  if (letter === 'u') undo();
  else if (LETTERS[letter] && form) answer(LETTERS[letter]);
  else return;
  event.preventDefault();
}

async function clicked(event) {
  const target = event.target.closest?.('[data-call], [data-answer], [data-change], [data-undo]');
  if (!target) return;
  if ('call' in target.dataset) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (await allSaved()) await show(target.getAttribute('href'));
  } else if (target.dataset.answer) answer(target.dataset.answer);
  else if (target.dataset.change) change(target.dataset.change);
  else undo(Number(target.dataset.undo));
}

// Somebody else has changed something: it is taken in, but for what is being typed here.
function heard({ keys, by }) {
  const mine = keys.filter((each) => each.owner === form?.owner && each.key).map((each) => each.key);
  if (document.querySelector('.changing')) {
    if (mine.length) form.again(mine, t(by ? 'other_tab' : 'outside', { what: mine.map((key) => form.label(key)).join(', ') }));
  } else if (!$('ask').open) again();
}

const again = (focus = false) => show(here(), { focus, remember: false, stays: true });

mount();
menus();
document.addEventListener('click', clicked);
addEventListener('keydown', key);
addEventListener('popstate', async () => { if (await allSaved()) await show(here(), { remember: false }); });
addEventListener('beforeunload', (event) => { if (form?.dirty().length) { form.saveAll(); event.preventDefault(); } });
head({ before: allSaved, after: () => again(true), anew: again, unsaved: () => form?.unsaved() || '', heard });
