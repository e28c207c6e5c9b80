// The first page, where there is no guide yet: a choice, the questions, and where it will be kept.

import { ask, band, hear, make, question, sign, t } from './talk.js';

const $ = (id) => document.getElementById(id);
let busy = false;

// Says what is missing at the first field that is empty and has to have something; whether none is.
function isWhole() {
  for (const each of document.querySelectorAll('.questions .says')) each.remove();
  const empty = [...document.querySelectorAll('.questions [required]')].filter((each) => !each.value.trim());
  for (const each of document.querySelectorAll('.questions [required]')) {
    each.toggleAttribute('aria-invalid', false);
    each.closest('.field').classList.remove('problem');
  }
  for (const each of empty) {
    const id = `${each.id}-says`;
    each.setAttribute('aria-invalid', 'true');
    each.setAttribute('aria-describedby', `${each.id}-help ${id}`);
    each.closest('.field').classList.add('problem');
    each.closest('.field').prepend(make('p', { class: 'says problem', id }, sign('problem'), make('span', {}, t('needed'))));
  }
  empty[0]?.focus();
  return !empty.length;
}

async function begin(kind, answers = {}) {
  if (busy) return;
  busy = true;
  hear(t('making'));
  const { status, data } = await ask('/api/start/begin', { kind, ...answers });
  busy = false;
  if (status === 200 && data.address) location.assign(data.address);
  else if (status === 404 || status === 405) location.assign('/'); // another tab has begun it
  else band(status === 0 ? t('stopped') : data.refused || t('not_saved', { why: '' }));
}

async function another(button) {
  const answers = await question(t('another_title'), t('another_yes'), [['folder', t('another_folder'), button.dataset.path]]).answer;
  if (!answers) return;
  const { status, data } = await ask('/api/start/place', { folder: answers.folder });
  if (status === 200 && !data.refused) {
    band('');
    const page = await ask(location.pathname); // what is answered already stays
    const fresh = new DOMParser().parseFromString(page.data, 'text/html').querySelector('.note');
    document.querySelector('.note').replaceWith(document.adoptNode(fresh));
    $('another').focus();
    hear(t('another_heard', { folder: answers.folder }));
  } else band(status === 0 ? t('stopped') : data.refused || t('not_saved', { why: '' }));
}

document.addEventListener('click', (event) => { if (event.target.id === 'another') another(event.target); });
document.querySelector('[data-begin="example"]')?.addEventListener('click', () => begin('example'));
$('questions')?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (isWhole()) begin($('questions').querySelector('[data-begin]').dataset.begin, Object.fromEntries(new FormData($('questions'))));
});
