// The view of the settings: what each person has chosen, in cookies, and the form of what the guide says and never prints.

import { Form } from './form.js';
import { fetched, head } from './head.js';
import { keep } from './own.js';
import { ask, hear, keepFocus, refused, saved, t } from './talk.js';

const $ = (id) => document.getElementById(id);
let form = null;

// --- what each person has chosen ------------------------------------------------------------------

const SHOWN = { theme: 'system', text: 'usual', paper: 'dimmed' }; // on the whole page, but for these

async function choose(control) {
  const { own: name, on, off } = control.dataset;
  const value = control.type !== 'checkbox' ? control.value.trim() : control.checked ? on : off;
  keep(name, value);
  if (name in SHOWN) {
    if (value === SHOWN[name]) delete document.documentElement.dataset[name];
    else document.documentElement.dataset[name] = value;
  }
  if (name === 'language') {
    if (!(await allSaved())) return;
    sessionStorage.setItem('chosen', control.id);
    location.reload();
    return;
  }
  hear(t('kept'));
}

// --- what the guide says --------------------------------------------------------------------------

function mount() {
  form = new Form($('main'), () => {});
  for (const control of document.querySelectorAll('[data-own]')) {
    control.addEventListener(control.type === 'text' ? 'input' : 'change', () => choose(control));
  }
}

const allSaved = () => form.allSaved();

async function again() {
  const fresh = await fetched('/settings', '#main');
  if (!fresh) return;
  if (form.dirty().length) { await form.checked(); return; }
  const back = keepFocus($('main')), scrolled = $('main').scrollTop;
  $('main').replaceWith(fresh);
  fresh.scrollTop = scrolled;
  mount();
  back();
}

async function turnOn(button) {
  const { owner, reason, checkOn: name } = button.dataset;
  const { status, data } = await ask('/api/settings/check_on', { owner, name, reason });
  if (status !== 200) { refused(data); return; }
  await again();
  $('off-title').focus();
  const words = t('turned_on', { check: name, name: data.name });
  saved(words);
  hear(words);
}

function heard({ keys, by }) {
  const mine = keys.filter((each) => each.owner === form.owner && each.key).map((each) => each.key);
  if (!form.dirty().length) return again();
  if (mine.length) form.again(mine, t(by ? 'other_tab' : 'outside', { what: mine.map((key) => form.label(key)).join(', ') }));
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-check-on]');
  if (button) turnOn(button);
});
addEventListener('beforeunload', (event) => { if (form.dirty().length) { form.saveAll(); event.preventDefault(); } });
mount();
head({
  before: allSaved,
  after: again,
  unsaved: () => form.unsaved(),
  heard,
});
$(sessionStorage.getItem('chosen') || '')?.focus(); // read anew in another language
sessionStorage.removeItem('chosen');
