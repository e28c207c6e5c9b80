// The view of an import: files are handed over, worked on in the background, and taken in only when somebody says so.

import { fetched, head } from './head.js';
import { ask, band, hear, keepFocus, make, saved, t } from './talk.js';

const $ = (id) => document.getElementById(id);
const MOST = 40e6; // as in imports.py

// Shows the step as it is now. What had the focus has it again; in another step the title has it.
async function again() {
  const fresh = await fetched('/import', '#main');
  if (!fresh) return;
  const old = $('main'), back = keepFocus(old), scrolled = old.scrollTop, before = old.dataset.state;
  old.replaceWith(fresh);
  if (fresh.dataset.state !== before) fresh.querySelector('h1').focus();
  else {
    fresh.scrollTop = scrolled;
    back();
  }
  dropped(fresh);
}

async function sent(what, body = {}) {
  const { status, data } = await ask(`/api/import/${what}`, body);
  if (status === 200) band('');
  else if (status === 404) band(t('import_gone'));
  else band(t('import_refused', { why: data?.refused || '' }));
  await again();
  return status === 200 ? data : null;
}

// --- files ------------------------------------------------------------------------------------------

async function handOver(files) {
  if (!files.length) return;
  if (files.reduce((sum, each) => sum + each.size, 0) > MOST) { band(t('import_large')); return; }
  band('');
  await ask('/api/import/anew', {});
  for (const file of files) {
    hear(t('import_sending', { name: file.name }));
    let status = 0, data = {};
    try {
      const answer = await fetch(`/import/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } });
      status = answer.status;
      data = answer.headers.get('content-type')?.includes('json') ? await answer.json() : {};
    } catch { /* it does not answer */ }
    if (status !== 200) {
      band(status === 413 ? t('import_large') : t('import_refused', { why: data.refused || '' }));
      await ask('/api/import/anew', {});
      return;
    }
  }
  await sent('read');
}

function dropped(main) {
  const place = main.querySelector('#drop');
  if (!place) return;
  const over = (event) => { event.preventDefault(); place.classList.add('over'); };
  place.addEventListener('dragenter', over);
  place.addEventListener('dragover', over);
  place.addEventListener('dragleave', () => place.classList.remove('over'));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    handOver([...event.dataTransfer.files]);
  });
}
// A file that is dropped beside its place does not take the place of the page.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => event.preventDefault());

// --- one row as a listing ---------------------------------------------------------------------------

let number = 0;
async function showRow(which) {
  const { status, data } = await ask('/api/import/row', { number: which });
  if (status !== 200) { band(status === 404 ? t('import_no_row') : t('import_refused', { why: data?.refused || '' })); return; }
  number = data.number;
  const dialog = $('listing');
  $('listing-title').textContent = data.values.length ? data.values[0][1][0] : '';
  $('listing-row').textContent = t('import_row', { row: data.row, number: number + 1, count: data.count });
  $('listing-values').replaceChildren(...data.values.slice(1).flatMap(([label, lines]) => [
    make('dt', {}, label), make('dd', {}, ...lines.map((line) => make('p', {}, line)))]));
  $('row-before').disabled = number === 0;
  $('row-after').disabled = number + 1 >= data.count;
  if (!dialog.open) dialog.showModal();
  $('listing-title').focus();
}
$('row-before').addEventListener('click', () => showRow(number - 1));
$('row-after').addEventListener('click', () => showRow(number + 1));
$('row-close').addEventListener('click', () => $('listing').close());

// --- what is pressed and chosen ---------------------------------------------------------------------

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('main button');
  if (!button) return;
  if (button.id === 'choose') $('files').click();
  else if (button.id === 'row') showRow(0);
  else if (button.id === 'undo-it') $('undo').click();
  else if (button.dataset.do === 'take') {
    button.disabled = true;
    button.textContent = t('import_taking');
    hear(t('import_taking'));
    const done = await sent('take');
    if (done?.taken) { hear(t('import_taken')); saved(t('import_taken')); }
    else if (done) hear(t('import_made_anew'));
  } else if (button.dataset.do) sent(button.dataset.do);
});

document.addEventListener('change', (event) => {
  const place = event.target;
  if (place.id === 'files') handOver([...place.files]);
  else if (place.id === 'where') sent('where', { section: place.value });
  else if ('choose' in place.dataset) {
    const { table, column } = place.closest('tr').dataset;
    const id = document.activeElement === place ? column : '';
    sent('choose', { table, column, target: place.value }).then(() => {
      const row = [...document.querySelectorAll('tr[data-column]')].find((each) => each.dataset.column === id && each.dataset.table === table);
      row?.querySelector('select').focus();
      if (row) hear(row.lastElementChild.textContent);
    });
  }
});

document.addEventListener('submit', async (event) => {
  if (event.target.id !== 'web') return;
  event.preventDefault();
  const address = $('address').value.trim();
  if (!address) return;
  const done = await ask('/api/import/read', { address });
  if (done.data?.secure === false) band(t('import_https'));
  else { band(''); await again(); }
});

let state = $('main').dataset.state;
function told(data) {
  const same = data.state === state;
  state = data.state;
  if (same && $('bar')) {
    $('bar').value = data.stage;
    $('stage').textContent = t(`import_stage_${data.stage}`);
    return;
  }
  again().then(() => { if (!same) hear(t(`import_${data.state}`)); });
}

dropped($('main'));
const events = head({ after: again, heard: () => {} });
events.addEventListener('import', (event) => told(JSON.parse(event.data)));
