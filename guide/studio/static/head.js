// The head of every view: Undo, what is wrong, whether the studio still answers, and what it tells of what has happened.

import './keys.js';
import { ask, band, findAgain, hear, make, readOnly, refused, saved, t, tab } from './talk.js';

const $ = (id) => document.getElementById(id);

// --- how it is now ----------------------------------------------------------------------------------

// Asked one after the other: the last answer is the newest.
let turns = Promise.resolve(), next = null;
function inTurn(work) {
  turns = turns.then(work).catch((error) => { console.error(error); return null; });
  return turns;
}

// Shows what can be undone and how much is wrong; the answer has the list too, and is null where there is none.
export function headNow() {
  next ||= inTurn(async () => {
    next = null; // who asks from now on is answered anew
    const { status, data } = await ask('/api/tree');
    if (status !== 200) return null;
    showHead(data);
    return data;
  });
  return next;
}

function showHead(data) {
  count('.count-bad', data.problems, data.problems_word);
  count('.count-warn', data.warnings, data.warnings_word);
  $('wrong').hidden = !(data.problems || data.warnings);
  const undo = $('undo');
  if (!undo) return;
  undo.disabled = !data.undo;
  const words = data.undo ? t('undo_of', { name: data.undo }) : '';
  undo.title = words;
  if (words) undo.setAttribute('aria-label', words);
  else undo.removeAttribute('aria-label');
}

function count(where, number, words) {
  const place = $('wrong').querySelector(where);
  place.hidden = !number;
  place.querySelector('.num').textContent = number;
  place.querySelector('.long').textContent = ` ${words}`;
}

// The page of an address, with its head taken over; null where it cannot be had.
export function fetched(address, where) {
  return inTurn(async () => {
    const { status, data } = await ask(address);
    if (status !== 200 && status !== 404 || typeof data !== 'string') return null;
    const page = new DOMParser().parseFromString(data, 'text/html');
    const fresh = page.querySelector(where);
    if (!fresh) return null;
    takeHead(page);
    return document.adoptNode(fresh);
  });
}

function takeHead(page) {
  for (const id of ['undo', 'wrong']) {
    const now = page.getElementById(id);
    if (!now || !$(id)) continue;
    for (const name of ['disabled', 'title', 'aria-label', 'hidden']) {
      if (now.hasAttribute(name)) $(id).setAttribute(name, now.getAttribute(name));
      else $(id).removeAttribute(name);
    }
    $(id).replaceChildren(...document.adoptNode(now).childNodes);
  }
  const views = page.querySelector('.views ul');
  if (views) document.querySelector('.views ul').replaceWith(document.adoptNode(views));
  document.title = page.title;
  document.body.dataset.version = page.body.dataset.version;
}

// --- what the studio tells --------------------------------------------------------------------------

// `before`: saves what is not saved; `unsaved`: what that is, as it is copied; `anew`: takes in all that this tab was not told;
// `changed`, `checked`: what happens then.
export function listen({ before, unsaved, anew, changed, checked }) {
  const events = new EventSource('/events'), { body } = document;
  const told = (event) => {
    const { version } = JSON.parse(event.data), isNew = version !== Number(body.dataset.version);
    body.dataset.version = version;
    return isNew;
  };
  events.addEventListener('hello', async (event) => {
    const isBack = body.classList.contains('stopped'), isNew = told(event); // something has happened before we listened
    if (isBack) {
      body.classList.remove('stopped');
      band('');
      hear(t('again'));
      await before();
    }
    if (isNew || isBack) anew(); // another studio counts anew
  });
  events.addEventListener('again', () => anew());
  events.addEventListener('changed', (event) => { told(event); changed(JSON.parse(event.data)); });
  events.addEventListener('checked', (event) => { told(event); checked(); });
  events.addEventListener('error', () => stopped(unsaved));
  return events;
}

// The studio does not answer; what is typed can be copied.
export function stopped(unsaved) {
  if (document.body.classList.contains('stopped')) return;
  document.body.classList.add('stopped');
  const copy = make('button', { type: 'button', onclick: async () => { await navigator.clipboard.writeText(unsaved()); hear(t('copied')); } }, t('copy'));
  band(t('stopped'), unsaved() ? copy : null);
}

// Undoes a step, the last one where none is named; `after`: what shows the view anew.
export async function undo({ before, after }, step = null) {
  await before();
  const { status, data } = await ask('/api/undo', { step });
  if (status === 409 || status === 404) band(t('undo_conflict', { name: data.owner ? data.owner.replace(/^\w+\//, '') : '' }));
  else if (status !== 200) refused(data);
  else if (data.nothing) hear(t('nothing_to_undo'));
  else {
    hear(t('undone', { name: data.name }));
    saved(t('undone', { name: data.name }));
    await after(data);
    findAgain();
  }
}

// --- a view other than the guide's ------------------------------------------------------------------

// `after`: shows the view anew, but for what is typed and not saved; `heard`: what is done when another tab, or somebody outside,
// has changed something.
export function head({ before = async () => true, after, anew = after, unsaved = () => '', heard = () => {} }) {
  const toProblems = () => { location.assign('/guide#problems'); };
  const undoLast = () => undo({ before, after });
  $('wrong').addEventListener('click', toProblems);
  $('undo')?.addEventListener('click', undoLast);
  addEventListener('keydown', (event) => {
    const inField = event.target.closest?.('input, textarea, select'), command = event.ctrlKey || event.metaKey;
    if (command && event.key === 's') before();
    else if (command && event.key === 'z' && !event.shiftKey && !inField && !readOnly) undoLast();
    else if (event.key === 'F8') toProblems();
    else if (event.key === 'F6') nextPane(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });
  let tales = Promise.resolve();
  return listen({
    before, unsaved, anew, checked: headNow,
    changed: (data) => {
      headNow();
      if (data.by !== tab) tales = tales.catch(() => {}).then(() => heard(data)); // one after the other
    },
  });
}

function nextPane(by) {
  const panes = [...document.querySelectorAll('.pane')].filter((each) => each.offsetParent);
  if (!panes.length) return;
  const here = panes.findIndex((each) => each.contains(document.activeElement));
  const pane = panes[(here + by + panes.length) % panes.length];
  (pane.querySelector('h1, a, button, input') || pane).focus();
}
