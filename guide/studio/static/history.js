// What was changed, and the archive: bringing back.

import { fetched, head } from './head.js';
import { ask, band, hear, keepFocus, refused, saved } from './talk.js';

const $ = (id) => document.getElementById(id);
const here = () => location.pathname + location.search;

async function again() {
  const fresh = await fetched(here(), '#main');
  if (!fresh) return;
  const back = keepFocus($('main')), scrolled = $('main').scrollTop;
  $('main').replaceWith(fresh);
  fresh.scrollTop = scrolled;
  back();
}

async function bring(button) {
  const { bring: number, side } = button.dataset, title = button.closest('.step')?.querySelector('h2').id || 'gone';
  const { status, data } = await ask('/api/settings/bring_back', { number: Number(number), side });
  if (status !== 200) { refused(data); return; }
  if (data.refused) { band(data.refused); return; }
  band('');
  await again();
  $(title)?.focus();
  saved(data.said);
  hear(data.said);
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-bring]');
  if (button) bring(button);
});
document.addEventListener('change', (event) => {
  if (event.target.id === 'of') location.assign(event.target.value ? `/settings/history?of=${encodeURIComponent(event.target.value)}` : '/settings/history');
});
head({ after: again, heard: again });
