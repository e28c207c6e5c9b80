// The studio in the browser: what is open, what has happened elsewhere, Undo, keys.

import { alone, free, menus } from './alone.js';
import { Also } from './also.js';
import { dividers } from './dividers.js';
import { Form } from './form.js';
import { headNow, listen, stopped, undo as undoStep } from './head.js';
import { List, drawProblems } from './list.js';
import { keep, own } from './own.js';
import { Moving, idOf } from './moving.js';
import { PagePane } from './page.js';
import { ask, hear, make, question, readOnly, refused, saved, t, tab } from './talk.js';
import { controlOf, placeOf, topFields } from './values.js';

const $ = (id) => document.getElementById(id);
const body = document.body;
const also = new Also();
let form = null, list = null, pane = null, moving = null, wrong = null, opened = 0;

const addressOf = (owner, part = '') => (owner === 'guide' ? '/guide/cover' : owner.startsWith('listing/')
  ? `/guide/${encodeURIComponent(owner.slice(8))}` : `/guide/${owner}`) + (part ? `#g-${part}` : '');

// --- what is open ---------------------------------------------------------------------------------

function mount() {
  free();
  form = new Form($('form'), () => refresh());
  list?.show(keyNow());
  pane?.show(form.owner || '');
  also.show(form.owner || '');
  for (const button of $('form').querySelectorAll('[data-deed]')) button.addEventListener('click', () => deeds[button.dataset.deed]());
}

// Nothing takes the place of a form in which something could not be saved.
const allSaved = async () => !form || form.allSaved();
const unsaved = () => form?.unsaved() || '';

const partNow = () => (location.hash.startsWith('#g-') ? location.hash.slice(3) : '');
const keyNow = () => (form?.owner || '') + (partNow() ? `#${partNow()}` : '');

async function open(owner, focus = true, remember = true, part = '') {
  opened += 1;
  const mine = opened;
  if (!(await allSaved())) return false;
  const { status, data } = await ask(`/form/${owner}`);
  if (mine !== opened || !(await allSaved())) return false; // another one is opened meanwhile, or something typed
  if (status !== 200 && status !== 404) { stopped(unsaved); return false; }
  const fresh = new DOMParser().parseFromString(data, 'text/html').querySelector('main');
  $('form').replaceWith(document.adoptNode(fresh));
  if (remember) history.pushState({ owner }, '', addressOf(owner, part));
  mount();
  const title = $('title');
  document.title = `${title.lastChild.textContent} - ${document.title.split(' - ').at(-1)}`;
  showForm();
  if (part) toPart(part);
  else if (focus) title.focus();
  return true;
}

// A group of the form, which a row of the list leads to.
function toPart(part) {
  const title = $(`g-${part}`)?.querySelector('legend');
  title?.scrollIntoView({ block: 'start' });
  title?.focus({ preventScroll: true });
}

function ownerHere() {
  const path = decodeURIComponent(location.pathname.replace(/^\/guide\/?/, ''));
  return path === 'cover' ? 'guide' : /^(section|page|style)\//.test(path) ? path : `listing/${path}`;
}

addEventListener('popstate', () => { if ($('form')) open(ownerHere(), true, false, partNow()); });

async function refresh() {
  await pane?.settled(); // the page comes first
  const data = await headNow();
  if (data) list?.take(data.rows, data.languages);
}

// --- deeds ----------------------------------------------------------------------------------------

const sectionOf = (owner) => list.row(owner)?.section || list.rows.find((row) => row.isSection)?.owner || '';

const DELETES = { listing: '/api/delete', section: '/api/section/delete', page: '/api/own-page/delete' };

const deeds = {
  async new() {
    const answers = await question(t('new_title'), t('new_yes'), [['name', t('new_name'), '']]).answer;
    if (!answers?.name.trim()) return;
    const behind = form.owner?.startsWith('listing/') ? idOf(form.owner) : null;
    await made(await ask('/api/new', { section: idOf(sectionOf(form.owner)), name: answers.name, after: behind }));
  },
  async newSection() {
    const answers = await question(t('section_title'), t('section_yes'), [['name', t('section_name'), '']]).answer;
    if (!answers?.name.trim()) return;
    const behind = list.row(form.owner)?.section;
    await made(await ask('/api/section/new', { name: answers.name, after: behind ? idOf(behind) : null }));
  },
  async newPage() {
    const places = JSON.parse($('form').querySelector('.places').textContent);
    const answers = await question(t('page_title'), t('page_yes'), [['name', t('page_name'), ''], ['place', t('page_place'), places]]).answer;
    if (answers?.name.trim()) await made(await ask('/api/own-page/new', answers));
  },
  async duplicate() {
    const answers = await question(t('duplicate_title'), t('duplicate_yes'), [['name', t('new_name'), $('title').lastChild.textContent.trim()]]).answer;
    if (answers?.name.trim()) await made(await ask('/api/duplicate', { owner: form.owner, name: answers.name }));
  },
  async delete() {
    await form.saveAll();
    const { status, data } = await ask(DELETES[form.main.dataset.kind], { owner: form.owner });
    if (status !== 200) { refused(data); return; }
    const words = t('deleted', { name: data.name });
    const back = make('button', { type: 'button', class: 'main', onclick: () => undo(data.step) }, t('undo'));
    form.main.querySelector('.pane-body').replaceChildren(make('p', { class: 'outside' }, words), back);
    form.main.querySelector('.menu')?.remove();
    form = new Form(form.main, () => {});
    back.focus();
    hear(words);
    refresh();
  },
  move: () => moving.ask(form.owner),
  async checked() {
    let by = own('caller');
    const answers = await question(t('who_called'), t('called_yes'), [['by', t('who_called'), by]]).answer;
    if (!answers?.by.trim()) return;
    by = answers.by.trim();
    keep('caller', by);
    const now = new Date(), day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((each) => String(each).padStart(2, '0')).join('-');
    for (const [key, value] of [['verified', day], ['verified_by', by]]) {
      const field = topFields(form.form).find((each) => each.dataset.field === key);
      document.querySelector(`[data-opens="${field.id}"]`)?.remove();
      field.hidden = false;
      controlOf(field).value = value;
      await form.save(field, true);
    }
  },
};

async function made({ status, data }) {
  if (status !== 200) { refused(data); return; }
  await refresh();
  await open(data.owner);
}

const undo = (step = null) => undoStep({ before: async () => form?.saveAll(), after: async (data) => { await refresh(); await shownAgain(data); } }, step);

async function shownAgain(data) {
  if (data.owner.startsWith('translation/') || data.address.startsWith('/editions')) return;
  if (data.kind === 'keys' && form.owner === data.owner) await form.again(data.keys);
  else await open(data.address === '/guide' ? list.rows.find((row) => row.isListing)?.owner || 'guide' : data.owner, false);
  if (document.activeElement === body) $('title')?.focus(); // the button that was pressed is gone
}

// --- what happens elsewhere -----------------------------------------------------------------------

function anew() {
  pane?.redraw();
  if (form && ('lost' in form.main.dataset || readOnly)) { refresh(); openAgain(); }
  else checked();
}

function checked() {
  if (form?.form && !readOnly) form.checked();
  else refresh();
}

const openAgain = () => open(ownerHere(), false, false);

function changed({ by, keys }) {
  pane?.redraw();
  if (by === tab) return;
  refresh();
  const mine = keys.filter((each) => each.owner === form?.owner);
  if (form && ('lost' in form.main.dataset || readOnly && mine.length)) { openAgain(); return; } // perhaps it can be read now
  const names = keys.slice(0, 3).map((each) => each.key ? t('key_of', { key: form?.form ? form.label(each.key) : each.key, name: each.name }) : each.name);
  const said = t(by ? 'other_tab' : 'outside', { what: names.join(', ') });
  if (mine.length && form.form) {
    form.again(mine.map((each) => each.key).filter(Boolean), said);
  } else if (keys.length) saved(said);
}

// --- problems -------------------------------------------------------------------------------------

async function showProblems() {
  const isOpen = $('wrong').getAttribute('aria-expanded') === 'true';
  $('wrong').setAttribute('aria-expanded', String(!isOpen));
  $('problems').hidden = isOpen;
  $('tree').hidden = !isOpen;
  if (isOpen) return;
  const { data } = await ask('/api/problems');
  wrong = data.problems;
  drawProblems(wrong, goTo);
  showList();
  $('problems').querySelector('button')?.focus();
}

async function goTo(problem) {
  if (!problem?.owner) return;
  if (problem.address?.startsWith('/editions')) { location.assign(`${problem.address}${problem.path ? `#w-${problem.path}` : ''}`); return; }
  if (form.owner !== problem.owner && !(await open(problem.owner))) return;
  showForm();
  const field = problem.path && form.form ? placeOf(form.form, problem.path) : null;
  if (!field) { $('title').focus(); return; }
  field.hidden = false;
  field.closest('details')?.setAttribute('open', '');
  (controlOf(field) || field).focus();
  field.scrollIntoView({ block: 'center' });
}

async function nextProblem(by) {
  const { data } = await ask('/api/problems');
  const all = data.problems || [];
  if (!all.length) { hear(t('nothing_wrong')); return; }
  const here = wrong ? all.findIndex((each) => each.owner === wrong.owner && each.path === wrong.path && each.says === wrong.says) : by > 0 ? -1 : 0;
  wrong = all[(here + by + all.length) % all.length];
  await goTo(wrong);
  hear(wrong.says);
}

// --- panes, keys ----------------------------------------------------------------------------------

function parts(name) {
  for (const button of document.querySelectorAll('[data-part]')) button.setAttribute('aria-pressed', String(button.dataset.part === name));
}

function drawer(isOpen) {
  body.classList.toggle('list-open', isOpen);
  $('drawer').setAttribute('aria-expanded', String(isOpen));
  if (isOpen) alone($('list'), '.head, #scrim, dialog');
  else free();
  if (isOpen) $('find').focus();
  else $('drawer').focus();
}

function showForm() {
  free();
  body.classList.remove('list-open', 'show-list', 'show-page');
  parts('form');
  $('drawer')?.setAttribute('aria-expanded', 'false');
}

// The list in sight: in its drawer, or alone.
function showList() {
  if ($('drawer').offsetParent) { drawer(true); return; }
  body.classList.remove('show-page');
  body.classList.add('show-list');
  parts('list');
}

function nextPane(by) {
  const panes = [...document.querySelectorAll('.pane')].filter((each) => each.offsetParent);
  const here = panes.findIndex((each) => each.contains(document.activeElement));
  const pane = panes[(here + by + panes.length) % panes.length];
  const first = [...pane.querySelectorAll('[role="tree"] [tabindex="0"], .list-of-problems button, h1, .pane-body[tabindex="0"]')];
  (first.find((each) => each.offsetParent) || pane).focus();
}

function keys(event) {
  const inField = event.target.closest?.('input, textarea, select');
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === 's') form?.saveAll();
  else if (command && event.key === 'z' && !event.shiftKey && !inField && !readOnly) undo();
  else if (event.key === 'F8') nextProblem(event.shiftKey ? -1 : 1);
  else if (event.key === 'F6') nextPane(event.shiftKey ? -1 : 1);
  else if (event.altKey && (event.key === 'PageDown' || event.key === 'PageUp')) {
    const near = list?.beside(event.key === 'PageDown' ? 1 : -1);
    if (near) open(near);
  } else if (event.key === '/' && !inField && !command && own('keys') !== 'no') { showList(); $('find').focus(); }
  else if (event.key === 'Escape' && body.classList.contains('list-open') && $('drawer')?.offsetParent) drawer(false);
  else return;
  event.preventDefault();
}

// Other views lead to the problems, or to a field: /guide/LISTING#w-hours.
function arrive() {
  if (location.hash === '#problems') showProblems();
  else if (partNow()) toPart(partNow());
  else if (location.hash.startsWith('#w-') && form?.owner) goTo({ owner: form.owner, path: decodeURIComponent(location.hash.slice(3)) });
}

if ($('form') && $('tree')) {
  list = new List(open, (row, by) => moving.shift(row, by));
  moving = new Moving(list, refresh, refused);
  pane = new PagePane(open, goTo);
  mount();
  refresh().then(() => { list.show(keyNow()); arrive(); });
  $('wrong').addEventListener('click', showProblems);
  $('undo')?.addEventListener('click', () => undo());
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('#form a[data-owner]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.dataset.owner);
  });
  $('new')?.addEventListener('click', deeds.new);
  $('new-section')?.addEventListener('click', deeds.newSection);
  $('drawer')?.addEventListener('click', () => drawer(!body.classList.contains('list-open')));
  $('scrim').addEventListener('click', () => drawer(false));
  for (const button of document.querySelectorAll('[data-part]')) {
    button.addEventListener('click', () => {
      body.classList.toggle('show-list', button.dataset.part === 'list');
      body.classList.toggle('show-page', button.dataset.part === 'page');
      parts(button.dataset.part);
    });
  }
  if (!readOnly) moving.drags();
  addEventListener('keydown', keys);
  addEventListener('beforeunload', (event) => { if (form?.dirty().length) { form.saveAll(); event.preventDefault(); } });
  dividers($('list').parentElement);
  menus();
  listen({ before: async () => form?.saveAll(), unsaved, anew, changed, checked: () => { pane?.judged(); checked(); } });
}
