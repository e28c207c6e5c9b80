// The view of the editions: made in the background, told of as they are finished.

import { fetched, head } from './head.js';
import { ask, hear, keepFocus, question, refused, saved, t } from './talk.js';

const cardOf = (name) => document.querySelector(`[data-edition="${CSS.escape(name)}"]`);
const nameOf = (name) => cardOf(name)?.dataset.name || name;

// Shows the editions as they are now. What had the focus has it again, or the title of its card.
async function again() {
  const fresh = await fetched('/editions', '#main');
  if (!fresh) return;
  const old = document.getElementById('main'), back = keepFocus(old), scrolled = old.scrollTop;
  const card = document.activeElement?.closest('[data-edition]')?.dataset.edition;
  const opened = [...old.querySelectorAll('details[open]')].map((each) => each.id);
  for (const each of fresh.querySelectorAll('details')) each.open = opened.includes(each.id);
  old.replaceWith(fresh);
  fresh.scrollTop = scrolled;
  back(card && cardOf(card)?.querySelector('h2'));
}

async function sent(path, body) {
  const { status, data } = await ask(path, body);
  if (status !== 200) refused(data);
  await again();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-make], [data-make-all], [data-stop], [data-new]');
  if (!button) return;
  if ('new' in button.dataset) { fresh(JSON.parse(button.dataset.kinds)); return; }
  const name = button.closest('[data-edition]')?.dataset.edition;
  if ('makeAll' in button.dataset) sent('/api/editions/make', {});
  else if ('make' in button.dataset) sent('/api/editions/make', { names: [name] });
  else sent('/api/editions/stop', { name });
});

// A new edition: what it is called, and as what it begins; then all else is chosen.
async function fresh(kinds) {
  const answers = await question(t('edition_new'), t('edition_new_yes'), [['name', t('edition_name'), ''], ['kind', t('edition_kind'), kinds]]).answer;
  if (!answers?.name.trim()) return;
  const { status, data } = await ask('/api/editions/new', { name: answers.name, kind: answers.kind });
  if (status === 200) location.assign(data.address);
  else refused(data);
}

function told({ state, name, share, done, about, pages }) {
  const bar = state === 'stage' && share ? cardOf(name)?.querySelector('progress') : null;
  if (bar) {
    bar.value = share;
    if (about) cardOf(name).querySelector('[data-says]').textContent = t('edition_making', { done, count: about });
    return;
  }
  const words = ['stage', 'waiting'].includes(state) ? '' : t(`edition_${state}${pages === 0 ? '_screen' : ''}`, { name: nameOf(name), count: pages });
  again().then(() => { if (words) { hear(words); saved(words, state === 'failed'); } });
}

const events = head({ after: again, heard: again });
events.addEventListener('editions', (event) => told(JSON.parse(event.data)));

if (new URLSearchParams(location.search).has('removed')) {
  saved(t('edition_removed'));
  hear(t('edition_removed'));
  history.replaceState({}, '', '/editions');
}
