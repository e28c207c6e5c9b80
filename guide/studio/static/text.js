// Texts: bold, lists, links, mentions of listings, and what is said of a text below it.

import { pick } from './picker.js';
import { ask, make, t } from './talk.js';
import { topFields } from './values.js';

const boxOf = (button) => button.closest('.field').querySelector('textarea');
const OWN = { services: 'topics', languages: 'languages', audience: 'audience', cost: 'cost' }; // keys with words that a guide says again

// Puts a format around what is selected.
export function format(form, button) {
  const text = boxOf(button), kind = button.dataset.format;
  if (kind === 'mention') { mention(form, button, text); return; }
  const { selectionStart: start, selectionEnd: end } = text, chosen = text.value.slice(start, end);
  const changed = kind === 'bold' ? `**${chosen}**` : kind === 'link' ? `[${chosen}](https://)` : listed(text.value, start, chosen);
  text.setRangeText(changed, start, end, 'end');
  text.focus();
  if (!chosen && kind === 'bold') text.setSelectionRange(start + 2, start + 2);
  if (kind === 'link') text.setSelectionRange(start + changed.length - 1, start + changed.length - 1);
  form.typed(text);
}

// Lines as a list, which begins behind an empty line.
function listed(whole, start, chosen) {
  const before = whole.slice(0, start), gap = !before.trim() || /\n\s*\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  return gap + chosen.split('\n').map((line) => `- ${line}`).join('\n');
}

// Enter in a list begins its next line; in a line of it that is empty, it ends the list.
export function nextLine(form, text) {
  const { selectionStart: at, selectionEnd: end } = text;
  const [line, sign, words] = /^([-*] )(.*)$/.exec(text.value.slice(text.value.lastIndexOf('\n', at - 1) + 1, at)) || [];
  if (at !== end || line === undefined) return false;
  if (words.trim()) text.setRangeText(`\n${sign}`, at, at, 'end');
  else text.setRangeText('\n', at - line.length, at, 'end');
  form.typed(text);
  return true;
}

// Asks which listing, and writes [[id]].
async function mention(form, button, text) {
  const { status, data } = await ask('/api/tree');
  if (status !== 200) return;
  const { selectionStart: start, selectionEnd: end } = text;
  const listings = data.rows.filter((row) => row.owner.startsWith('listing/') && row.owner !== form.owner);
  pick(text, t('mention'), listings.map((row) => [row.owner.slice(8), row.name]), (own) => {
    text.focus();
    text.setRangeText(`[[${own}]]`, start, end, 'end');
    form.typed(text);
  }, () => text.focus());
}

// --- words that the guide has said before ---

export async function choose(form, button) {
  const text = button.closest('.field').querySelector('textarea'), { status, data } = await ask('/api/said');
  if (status !== 200) return;
  const isOneLine = button.dataset.choose === 'languages' && !text.value.trim().includes('\n'); // "English, Spanish"
  const there = new Set(text.value.split(isOneLine ? /,| and / : '\n').map((line) => line.trim()));
  const choices = data[OWN[button.dataset.choose]].filter((each) => !there.has(each)).map((each) => [each, each]);
  pick(button, t('choose_said'), choices, (word) => {
    text.value = [...text.value.split('\n').filter((line) => line.trim()), word].join(isOneLine ? ', ' : '\n');
    text.focus();
    form.typed(text);
  }, () => button.focus());
}

// --- what is said of a text ---

// `said`: {field: {words, grade, mentions: [{owner, name}]}}.
export function showTexts(form, said) {
  for (const field of topFields(form.form)) {
    const place = field.dataset.control === 'text' ? field.querySelector(':scope > [data-about]') : null;
    if (!place) continue;
    const about = said[field.dataset.field];
    place.hidden = !about;
    if (!about) continue;
    const chips = about.mentions.map(({ owner, name }) => make('a', { class: 'button chip', href: `/guide/${encodeURIComponent(owner.slice(8))}`, 'data-owner': owner }, name));
    const grade = about.grade === null ? '' : ` ${t(about.grade > 9 ? 'hard' : 'easy', { grade: about.grade })}`;
    place.replaceChildren(
      ...(chips.length ? [make('p', { class: 'chips' }, t('mentions'), ' ', ...chips)] : []),
      make('p', { class: 'help' }, t('words', { count: about.words }) + grade));
    for (const chip of chips) pageOf(chip);
  }
}

// Adds the page on which a listing stands, in the edition that is shown.
async function pageOf(chip) {
  const chosen = (id) => document.getElementById(id)?.value;
  if (chosen('edition') === undefined) return;
  const query = new URLSearchParams({ edition: chosen('edition'), language: chosen('language') || '', owner: chip.dataset.owner });
  const { status, data } = await ask(`/page/facts?${query}`);
  const page = status === 200 ? data.own?.[0] : undefined;
  if (page !== undefined) chip.textContent = t('on_page', { name: chip.textContent, page: page + 1 });
}

// The control that holds the words of a finding ("He said: ..."), and where; null for none.
export function wordsOf(field, says) {
  for (const [, quoted] of says.matchAll(/["\u201c]([^"\u201c\u201d]+?)(?:\.\.\.)?["\u201d]/g)) {
    for (const control of field.querySelectorAll('textarea, input')) {
      const start = control.value.toLowerCase().replace(/\s/g, ' ').indexOf(quoted.toLowerCase());
      if (start >= 0) return { control, start, end: start + quoted.length };
    }
  }
  return null;
}

export function select({ control, start, end }) {
  control.focus();
  control.setSelectionRange(start, end);
}

