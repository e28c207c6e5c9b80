// What is wrong with fields: said above them; what is typed does not turn red before it is left.

import { alarm, make, question, sign, t } from './talk.js';
import { select, wordsOf } from './text.js';
import { controlOf, placeOf, topFields } from './values.js';

// A problem or a warning, with what can be done about it.
export function says(form, problem, id, field = null) {
  const kind = problem.error ? 'problem' : 'warning', found = field && wordsOf(field, problem.says);
  const does = [
    found ? make('button', { type: 'button', class: 'plain', 'aria-label': t('show_words_of', { says: problem.says }), onclick: () => select(wordsOf(field, problem.says) || found) }, t('show_words')) : null,
    problem.can_be_off ? make('button', { type: 'button', class: 'plain', 'aria-label': t('not_wrong_of', { says: problem.says }), onclick: () => turnOff(form, problem) }, t('not_wrong')) : null,
  ].filter(Boolean);
  return make('div', { class: `says ${kind}`, id }, sign(kind), make('div', {}, make('span', {}, problem.says), ...(does.length ? [make('span', { class: 'cures' }, ...does)] : [])));
}

// Asks why a warning is none here, and writes it down.
async function turnOff(form, problem) {
  const answers = await question(t('not_wrong_title'), t('not_wrong_yes'), [['reason', t('not_wrong_why'), '']], problem.says).answer;
  const reason = answers?.reason.trim();
  if (!reason) return;
  const was = form.was.checks_off ?? null, now = [...(Array.isArray(was) ? was : was ? [was] : []), { name: problem.name, reason }];
  if (await form.put('checks_off', now)) form.main.querySelector('#title')?.focus();
}

// Puts problems where they belong.
export function showProblems(form, key, isLeft, quietly = false, isFirst = false) {
  const top = topFields(form.form).find((each) => each.dataset.field === key);
  if (!top || !form.knows) return;
  const wasWrong = top.querySelector('.says.problem, .says.warning');
  if (!isLeft && !quietly && !wasWrong) return;
  const before = saidIn(top);
  clear(top);
  const typing = quietly && !wasWrong ? document.activeElement : null; // what is being typed turns red when it is left
  const mine = form.problems.filter((each) => (each.path === key || each.path.startsWith(`${key}-`))
    && !(typing && typing.matches('input, textarea') && placeOf(form.form, each.path)?.contains(typing)));
  mine.forEach((problem, number) => showProblem(form, problem, number));
  const worst = mine.find((each) => each.error);
  if (worst && !isFirst && before !== saidIn(top)) alarm(t('problem', { says: worst.says }));
}

const saidIn = (top) => [...top.querySelectorAll('.says')].map((each) => each.textContent).join();

function clear(top) {
  for (const each of top.querySelectorAll('.says.problem, .says.warning')) each.remove();
  for (const each of [top, ...top.querySelectorAll('[data-field],[data-row]')]) each.classList.remove('problem', 'warning');
  for (const each of top.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid');
}

function showProblem(form, problem, number) {
  const place = placeOf(form.form, problem.path);
  if (!place) return;
  const id = `says-${problem.path}-${number}`;
  const row = place.parentElement.matches('.row-fields') ? place.closest('[data-row]') : null, told = says(form, problem, id, place);
  (row || place).classList.add(problem.error ? 'problem' : 'warning');
  if (place.matches('fieldset')) place.querySelector('legend').after(told);
  else (row || place).prepend(told);
  place.hidden = form.held.has(place.dataset.field);
  const control = place.dataset.control === 'rows' || place.dataset.control === 'group' || 'row' in place.dataset ? null : controlOf(place);
  if (!control) return;
  if (problem.error) control.setAttribute('aria-invalid', 'true');
  const help = (control.getAttribute('aria-describedby') || '').split(' ').filter((each) => document.getElementById(each));
  control.setAttribute('aria-describedby', [...help, id].join(' '));
}
