// The panel in which an edition is changed: its form, and beside it what comes of it, anew at each change.

import { menus } from './alone.js';
import { pickers } from './editions_pick.js';
import { Form } from './form.js';
import { fetched, head } from './head.js';
import { ask, hear, keepFocus, question, refused, t } from './talk.js';
import { controlOf, placeOf, topFields } from './values.js';

const $ = (id) => document.getElementById(id);
const place = $('change'), edition = place.dataset.edition;
const known = JSON.parse($('known').textContent);
let form = null, asked = 0, laid = [];

// A form that knows what the layout has found wrong, beside what is wrong with the file.
class EditionForm extends Form {
  valueOf(field) {
    const value = super.valueOf(field);
    if (!Array.isArray(value) || !value.includes('no')) return value;
    const others = value.filter((each) => each !== 'no'); // none of them, but for those that are ticked too
    return others.length ? others : 'no';
  }

  taken(data) {
    super.taken({ ...data, problems: together(data.problems, laid) });
    pickers(this.form, known);
  }

  tried(problems) {
    this.problems = problems;
    this.hasAsked = true;
    this.showWhole();
    for (const field of topFields(this.form)) this.showProblems(field.dataset.field, false, true);
    pickers(this.form, known);
  }
}

const together = (some, more) => [...some, ...more.filter((each) => !some.some((one) => one.path === each.path && one.says === each.says))];

function mount() {
  form = new EditionForm($('form'), () => tryIt());
  pickers(form.form, known);
  form.form.addEventListener('click', (event) => {
    const opened = event.target.closest('[data-opens]');
    pickers(form.form, known);
    if (opened) document.getElementById(opened.dataset.opens)?.querySelector('.pick input')?.focus();
  });
}

// --- what comes of it -----------------------------------------------------------------------------

// Asks what would come of the edition; an answer that is late, since more was changed meanwhile, is dropped.
async function tryIt() {
  asked += 1;
  const mine = asked;
  $('counting').textContent = t('edition_counting');
  const { status, data } = await ask(`/api/editions/${encodeURIComponent(edition)}/trial`);
  if (mine !== asked) return;
  if (status === 404) { location.assign('/editions'); return; }
  if (status !== 200) return;
  const cells = [...document.querySelectorAll('[data-now]')], before = [...document.querySelectorAll('[data-before]')];
  $('cannot').hidden = !data.why;
  $('cannot').querySelector('span').textContent = data.why ? t('edition_cannot', { why: data.why }) : '';
  cells.forEach((cell, number) => { cell.textContent = data.numbers[number] ?? ''; });
  if (data.numbers.length && !before[0].textContent) before.forEach((cell, number) => { cell.textContent = data.numbers[number]; });
  cells.forEach((cell, number) => cell.classList.toggle('other', cell.textContent !== before[number].textContent));
  document.querySelector('.numbers').hidden = Boolean(data.screen);
  $('on-screen').hidden = !data.screen;
  $('on-screen').textContent = data.screen;
  const said = data.why ? t('edition_cannot', { why: data.why }) : data.screen || t('edition_counted', { count: data.pages });
  if ($('counting').dataset.first === 'no') hear(said);
  $('counting').dataset.first = 'no';
  $('counting').textContent = '';
  laid = data.problems;
  if (data.left_out !== place.dataset.leftOut && await formAgain()) place.dataset.leftOut = data.left_out; // it has another format now, and so other fields
  if (mine !== asked) return;
  form.tried(data.problems);
  const picture = $('first-page');
  if (data.numbers.length) picture.src = `/editions/${encodeURIComponent(edition)}/trial.png?revision=${data.revision}`;
  picture.hidden = !data.numbers.length;
}

// --- the head, and what happens elsewhere ---------------------------------------------------------

const allSaved = () => form.allSaved();

// Makes the form anew, but for one in which something is not saved; whether it did.
async function formAgain() {
  const fresh = await fetched(location.pathname, '#form');
  if (!fresh || fresh.dataset.owner !== `edition/${edition}`) { location.assign('/editions'); return false; }
  if (form.dirty().length) return false; // what is typed is saved first
  const back = keepFocus($('form'));
  $('form').replaceWith(fresh);
  mount();
  back();
  return true;
}

async function again() {
  if (!(await formAgain())) await form.checked();
  await tryIt();
}

function elsewhere({ by, keys }) {
  const mine = keys.filter((each) => each.owner === `edition/${edition}`);
  const said = t(by ? 'other_tab' : 'outside', { what: mine.map((each) => form.label(each.key)).join(', ') });
  if (mine.length) form.again(mine.map((each) => each.key).filter(Boolean), said);
  tryIt();
}

const events = head({ before: allSaved, after: again, unsaved: () => form.unsaved(), heard: elsewhere });
events.addEventListener('checked', () => form.checked());
addEventListener('beforeunload', (event) => { if (form.dirty().length) { form.saveAll(); event.preventDefault(); } });

// --- deeds ----------------------------------------------------------------------------------------


$('make-it').addEventListener('click', async () => {
  if (!(await allSaved())) return;
  const { status, data } = await ask('/api/editions/make', { names: [edition] });
  if (status === 200) location.assign(`/editions#e-${edition}`);
  else refused(data);
});

$('duplicate-it').addEventListener('click', async () => {
  if (!(await allSaved())) return;
  const answers = await question(t('duplicate_title'), t('duplicate_yes'), [['name', t('edition_name'), place.dataset.name]]).answer;
  if (!answers?.name.trim()) return;
  const { status, data } = await ask('/api/editions/duplicate', { edition, name: answers.name });
  if (status === 200) location.assign(data.address);
  else refused(data);
});

$('remove-it')?.addEventListener('click', async () => {
  if (!(await allSaved())) return;
  const { status, data } = await ask('/api/editions/remove', { edition });
  if (status === 200) location.assign(`/editions?removed=${data.step}`);
  else refused(data);
});

// Other views lead to a field: /editions/NAME/change#w-press.
function arrive() {
  if (!location.hash.startsWith('#w-')) return;
  const field = placeOf(form.form, decodeURIComponent(location.hash.slice(3)));
  if (!field) return;
  field.hidden = false;
  pickers(form.form, known);
  (field.querySelector('.pick input') || controlOf(field) || field).focus();
  field.scrollIntoView({ block: 'center' });
}

mount();
menus();
tryIt().then(arrive);
