// The head of a view other than the guide's: Undo, what is wrong, and whether the studio still answers.

import './keys.js';
import { ask, band, findAgain, hear, make, readOnly, refused, saved, t, tab } from './talk.js';

const $ = (id) => document.getElementById(id);

// `before`: waited for before anything is undone; `after`: what shows the view anew; `unsaved`: what is typed and not saved.
export function head({ before = async () => true, after, unsaved = () => '', heard = () => {} }) {
  const toProblems = () => { location.assign('/guide#problems'); };
  $('wrong').addEventListener('click', toProblems);
  $('undo')?.addEventListener('click', undo);
  addEventListener('keydown', (event) => {
    const inField = event.target.closest?.('input, textarea, select'), command = event.ctrlKey || event.metaKey;
    if (command && event.key === 's') before();
    else if (command && event.key === 'z' && !event.shiftKey && !inField && !readOnly) undo();
    else if (event.key === 'F8') toProblems();
    else if (event.key === 'F6') nextPane(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });
  const events = new EventSource('/events');
  let turns = Promise.resolve();
  events.addEventListener('hello', (event) => {
    if (document.body.classList.contains('stopped')) {
      document.body.classList.remove('stopped');
      band('');
      hear(t('again'));
      before();
    }
    if (Number(JSON.parse(event.data).revision) !== Number(document.body.dataset.revision)) after();
  });
  events.addEventListener('again', () => location.reload());
  events.addEventListener('changed', (event) => {
    const data = JSON.parse(event.data);
    document.body.dataset.revision = data.revision;
    if (data.by !== tab) turns = turns.catch(() => {}).then(() => heard(data)); // in turn: the last answer is the newest
  });
  events.addEventListener('error', () => {
    if (document.body.classList.contains('stopped')) return;
    document.body.classList.add('stopped');
    const copy = make('button', { type: 'button', onclick: async () => { await navigator.clipboard.writeText(unsaved()); hear(t('copied')); } }, t('copy'));
    band(t('stopped'), unsaved() ? copy : null);
  });

  async function undo() {
    await before();
    const { status, data } = await ask('/api/undo', { step: null });
    if (status === 409 || status === 404) band(t('undo_conflict', { name: data.owner ? data.owner.replace(/^\w+\//, '') : '' }));
    else if (status !== 200) refused(data);
    else if (data.nothing) hear(t('nothing_to_undo'));
    else {
      hear(t('undone', { name: data.name }));
      saved(t('undone', { name: data.name }));
      await after();
      findAgain();
    }
  }
  return events;
}

// The page of an address, with its head taken over; null where it cannot be had.
export async function fetched(address, where) {
  const { status, data } = await ask(address);
  if (status !== 200 && status !== 404 || typeof data !== 'string') return null;
  const page = new DOMParser().parseFromString(data, 'text/html');
  const fresh = page.querySelector(where);
  if (!fresh) return null;
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
  document.body.dataset.revision = page.body.dataset.revision;
  return document.adoptNode(fresh);
}

function nextPane(by) {
  const panes = [...document.querySelectorAll('.pane')].filter((each) => each.offsetParent);
  if (!panes.length) return;
  const here = panes.findIndex((each) => each.contains(document.activeElement));
  const pane = panes[(here + by + panes.length) % panes.length];
  (pane.querySelector('h1, a, button, input') || pane).focus();
}
