// Sending an edition: who gets it, the words, what would go out, to oneself, then to all.

import { menus } from './alone.js';
import { head, headNow } from './head.js';
import { ask, hear, make, refused, saved, sign, t } from './talk.js';

const $ = (id) => document.getElementById(id);
const edition = $('send').dataset.edition;
const mails = Object.fromEntries(JSON.parse($('mails').textContent).map(([language, , subject, text, own, rows]) => [language, { subject, text, own, rows: rows.map(([says, , error]) => ({ says, error })) }]));
const people = { file: '', file_name: '', typed: '' };
let asked = 0, seen = null, place = 0, busy = false, later = 0;

const row = (each) => {
  const kind = each.error ? 'problem' : 'warning';
  return make('p', { class: `says ${kind}` }, sign(kind), make('span', {}, [each.where, each.says].filter(Boolean).join(': ')));
};

// --- who --------------------------------------------------------------------------------------------

// Each address is checked; an answer that is late is dropped.
async function check() {
  asked += 1;
  const mine = asked;
  if (!people.file && !people.typed.trim()) { $('people-says').replaceChildren(); return; }
  const { status, data } = await ask('/api/editions/send/who', people);
  if (mine !== asked) return;
  if (status !== 200) { refused(data); return; }
  const good = data.count ? [make('p', { class: 'says s-ok' }, sign('ok'), make('span', {}, data.said))] : [];
  $('people-says').replaceChildren(...good, ...data.rows.map(row));
  hear(data.said || data.rows[0]?.says || '');
}

$('people-file').addEventListener('change', async () => {
  const file = $('people-file').files[0];
  people.file_name = file?.name || '';
  people.file = file ? await encoded(file) : '';
  if (file) { people.typed = ''; $('people-typed').value = ''; }
  unseen();
  check();
});

$('people-typed').addEventListener('input', () => {
  people.typed = $('people-typed').value;
  if (people.typed.trim()) { people.file = ''; people.file_name = ''; $('people-file').value = ''; }
  unseen();
  clearTimeout(later);
  later = setTimeout(check, 800);
});
$('people-typed').addEventListener('blur', () => { clearTimeout(later); check(); });

async function encoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(text);
}

// --- the words --------------------------------------------------------------------------------------

const language = () => $('words-language').value;

function showWords() {
  const mail = mails[language()];
  $('words-subject').value = mail.subject;
  $('words-text').value = mail.text;
  showWrong(mail.rows);
  $('words-usual').hidden = !mail.own;
}

function showWrong(rows) {
  $('words-says').replaceChildren(...rows.map(row));
  const isWrong = rows.some((each) => each.error);
  for (const id of ['words-subject', 'words-text']) {
    if (isWrong) $(id).setAttribute('aria-invalid', 'true');
    else $(id).removeAttribute('aria-invalid');
  }
}

const isChanged = () => $('words-subject').value.trim() !== mails[language()].subject.trim() || $('words-text').value.trim() !== mails[language()].text.trim();

// One after the other, so that nothing is looked at before it is written.
let kept = Promise.resolve(true);
function keep(more = {}) {
  kept = kept.catch(() => true).then(() => write(more));
  return kept;
}

async function write(more) {
  if (!more.usual && !isChanged()) return true;
  const code = language();
  const { status, data } = await ask('/api/editions/send/words', {
    edition, language: code, subject: $('words-subject').value, text: $('words-text').value, ...more,
  });
  if (status !== 200) {
    saved(t('not_saved', { why: status === 400 ? t('send_empty') : data?.refused || '' }), true);
    return false;
  }
  mails[code] = data;
  if (code === language()) {
    if (more.usual) showWords();
    showWrong(data.rows);
    $('words-usual').hidden = !data.own;
  }
  unseen();
  saved(t('saved_heard'));
  hear(data.rows.find((each) => each.error)?.says || t('saved_heard'));
  return true;
}

for (const id of ['words-subject', 'words-text']) {
  $(id).addEventListener('input', () => { unseen(); clearTimeout(keep.later); keep.later = setTimeout(() => keep(), 800); });
  $(id).addEventListener('blur', () => { clearTimeout(keep.later); keep(); });
}
$('words-language').addEventListener('change', showWords);
$('words-usual').addEventListener('click', () => keep({ usual: true }));

// --- what goes out ----------------------------------------------------------------------------------

// What was looked at is no longer what would go out.
function unseen() {
  if (!seen) return;
  seen = null;
  $('seen').hidden = true;
  $('go').hidden = true;
  $('nothing-yet').hidden = false;
}

function wrong(rows) {
  $('wrong-with-it').replaceChildren(...rows.map(row));
  if (rows.length) hear(rows[0].says);
}

async function working(button, work) {
  if (busy) return;
  busy = true;
  const words = button.textContent;
  button.textContent = t('send_working');
  wrong([]);
  try { await work(); } finally { busy = false; if (button.textContent === t('send_working')) button.textContent = words; }
}

async function look(choices = {}) {
  if (!(await keep())) return;
  const { status, data } = await ask('/api/editions/send/look', { edition, ...people, ...choices });
  if (status !== 200) { refused(data); return; }
  if (data.wrong) { unseen(); wrong(data.wrong); return; }
  seen = data;
  place = 0;
  wrong(data.rows);
  $('nothing-yet').hidden = true;
  $('going').hidden = true;
  $('seen').hidden = false;
  $('seen-says').textContent = data.said;
  const rest = data.rest.map((each) => make('details', { class: 'all' }, make('summary', {}, each.says),
    make('ul', {}, ...each.addresses.map((address) => make('li', {}, address))), again(each.why, choices)));
  const notes = [data.forms, data.others].filter(Boolean).map((text) => make('p', {}, text));
  $('seen-rest').replaceChildren(...notes, ...rest);
  $('seen-mail').hidden = !data.count;
  $('go').hidden = !data.count;
  $('go').textContent = data.send;
  hear(data.said);
  if (data.count) await showMail();
}

// A button that sends to those too whom it is not sent to by itself.
function again(why, choices) {
  const names = { doubtful: 'doubtful', refused: 'refused', earlier: 'corrected' };
  if (!names[why]) return null;
  const button = make('button', { type: 'button' }, t(`send_again_${why}`));
  button.addEventListener('click', () => working(button, () => look({ ...choices, [names[why]]: true })));
  return button;
}

async function showMail() {
  const mine = seen, asked = place;
  const { status, data } = await ask(`/api/editions/send/mail/${seen.number}/${place}`);
  if (mine !== seen || asked !== place) return; // another one is shown meanwhile
  if (status !== 200) { unseen(); return; }
  $('mail-which').textContent = t('send_which', { place: place + 1, count: seen.count });
  $('mail-before').disabled = place === 0;
  $('mail-after').disabled = place === seen.count - 1;
  $('mail-heads').replaceChildren(...data.heads.map(([name, text]) => make('div', {}, make('dt', {}, name), make('dd', {}, text))));
  $('mail-text').textContent = data.text;
  $('mail-files').replaceChildren(...data.files.map((text) => make('li', {}, text)));
}

$('mail-before').addEventListener('click', () => { place -= 1; showMail(); });
$('mail-after').addEventListener('click', () => { place += 1; showMail(); });
$('look').addEventListener('click', () => working($('look'), () => look()));

$('me').value = localStorage.getItem('mail-me') || '';
$('me').addEventListener('input', () => localStorage.setItem('mail-me', $('me').value.trim()));
$('me').addEventListener('keydown', (event) => { if (event.key === 'Enter') $('test').click(); });
const before = $('nothing-yet').textContent;
$('test').addEventListener('click', () => working($('test'), async () => {
  if (!(await keep())) return;
  const { status, data } = await ask('/api/editions/send/test', { edition, ...people, address: $('me').value });
  if (status !== 200) refused(data);
  else if (data.wrong) wrong(data.wrong);
  else {
    $('nothing-yet').textContent = before; // not how many of its pages were made
    $('wrong-with-it').replaceChildren(make('p', { class: 'says s-ok' }, sign('ok'), make('span', {}, data.said)));
    hear(data.said);
  }
}));

$('go').addEventListener('click', () => working($('go'), () => latest(ask('/api/editions/send/go', { number: seen.number }), (status, data) => {
  if (status === 404) { unseen(); return; }
  if (status !== 200) { refused(data); return; }
  if (data.wrong) { wrong(data.wrong); return; }
  seen = null;
  $('seen').hidden = true;
  $('go').hidden = true;
  $('outcome').focus(); // the button is gone
})));

$('stop').addEventListener('click', async () => {
  const { status, data } = await ask('/api/editions/send/stop', {});
  if (status !== 200) return;
  hear(data.said);
  $('going-says').firstElementChild.textContent = data.said;
});

// --- while it is sent -------------------------------------------------------------------------------

function show(data) {
  $('nothing-yet').hidden = true;
  $('going').hidden = false;
  $('going-says').firstElementChild.textContent = data.said;
  $('going-bar').hidden = data.over;
  $('going-bar').max = data.total || 1;
  $('going-bar').value = data.done;
  $('going-more').replaceChildren(...data.more.map((text) => make('li', {}, text)));
  $('going-failed').replaceChildren(...data.failed.map((each) => make('li', {}, make('b', {}, each.address), ` ${each.answer}`)));
  $('going-failed').hidden = !data.failed.length;
  const hadFocus = document.activeElement === $('stop') || document.activeElement === $('go');
  $('stop').hidden = data.over;
  $('look').hidden = $('test').parentElement.hidden = !data.over;
  if (hadFocus && data.over) $('outcome').focus();
  if (data.over) hear([data.said, ...data.more].join(' '));
}

let states = 0;

// Answers that are overtaken by a later one say nothing.
async function latest(answer, said) {
  states += 1;
  const mine = states, { status, data } = await answer;
  if (status === 200 && !data.wrong && mine === states) show(data);
  return said?.(status, data);
}

const refresh = () => latest(ask(`/api/editions/${encodeURIComponent(edition)}/send/state`));

const events = head({ before: () => keep(), after: async () => location.reload(), anew: headNow, unsaved: () => isChanged() ? $('words-text').value : '' });
events.addEventListener('mail', (event) => { if (JSON.parse(event.data).edition === edition) refresh(); });
events.addEventListener('editions', (event) => {
  const { state, name, done, about } = JSON.parse(event.data);
  if (busy && name === edition && state === 'stage' && about) $('nothing-yet').textContent = t('edition_making', { done, count: about });
});
addEventListener('beforeunload', (event) => { if (isChanged()) { keep(); event.preventDefault(); } });

menus();
showWords();
people.typed = $('people-typed').value; // typed before this was there, or kept by the browser
if (people.typed.trim()) check();
const going = JSON.parse($('going-now').textContent);
if (going) show(going);
