(() => {
'use strict';
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
const D = JSON.parse($('#w-data').textContent), W = D.words, root = document.documentElement;
const say = (text, v) => text.replace(/\{(\w+)\}/g, (_, k) => v[k]);
const spoken = e => { if (D.english) { e.lang = 'en'; e.dir = 'ltr'; } return e; };  // what the script says, where it has no words in the page's language
const make = (tag, cls, text) => { const e = document.createElement(tag); if (cls) e.className = cls; if (text != null) { e.textContent = text; spoken(e); } return e; };
$$('[data-js]').forEach(e => { e.hidden = false; });
$$('#w-status,#w-clock,#w-found h2,#w-sub,#w-list h2').forEach(spoken);

/* --- words: one form for comparing ------------------------------------------------------- */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u3099\u309a]/g;  // accents; the vowel signs of India and Cambodia are letters
const fold = s => s.normalize('NFD').replace(MARKS, '').toLowerCase()
  .replace(/[أإآ]/g, 'ا').replace(/[ىی]/g, 'ي').replace(/ک/g, 'ك').replace(/ة/g, 'ه').replace(/ß/g, 'ss').replace(/đ/g, 'd').replace(/ł/g, 'l').replace(/[’']/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
const UNSPACED = /[\u1780-\u17ff\u3040-\u9fff]/;  // Khmer, Japanese, Chinese: no spaces between words
const textOf = e => e ? e.textContent : '';

/* --- the listings, read from the page itself --------------------------------------------- */
const items = $$('#w-all article').map((el, order) => {
  const head = $('h3,h4', el).cloneNode(true); $('.n', head).remove();
  const sec = el.closest('.sec'), topics = $('.tp', el);
  return { el, order, sec: sec.id, home: el.parentNode.insertBefore(document.createComment(''), el), name: head.textContent.trim(),
    fields: [['', 10, head.textContent], ['other', 8, (el.dataset.n || '').split('|').join(', ')], ['topic', 7, textOf(topics)], ['section', 4, textOf($('h2', sec))],
      ['place', 4, $$('.po,.tb th', el).map(textOf).join(' ') + ' ' + (el.dataset.t || '').split('|').join(' ')], ['text', 2, $$('.f,.t', el).map(textOf).join(' ')]]
      .map(([why, weight, raw]) => ({ why, weight, raw, words: fold(raw).split(' ') })),
    digits: $$('.p li', el).map(li => li.textContent.replace(/\D/g, '')).join(' ') };
});
const byId = new Map(items.map(i => [i.el.id, i]));
let vocabulary = null;

function scoreWords(item, words) {
  let sum = 0, why = null;
  for (const q of words) {
    let best = 0;
    if (/^\d{3,}$/.test(q) && item.digits.includes(q)) best = 9;
    for (const f of item.fields) for (const w of f.words) {
      const s = w === q ? f.weight * 1.3 : w.startsWith(q) ? f.weight : (q.length > 3 || UNSPACED.test(q)) && w.includes(q) ? f.weight / 2 : 0;
      if (s > best) { best = s; if (why === null || why.best < s) why = { best: s, f }; }
    }
    if (!best) return null;
    sum += best;
  }
  if (fold(item.name).startsWith(words.join(' '))) sum += 10;
  return { item, sum, why: why && why.f };
}
function search(text) {
  const q = fold(text), forms = [q], listed = [];
  for (const [word, topic] of D.synonyms) {
    const w = fold(word);
    if ((q.length > 2 || UNSPACED.test(q)) && (w.startsWith(q) || ` ${q} `.includes(` ${w} `))) { forms.push(w.startsWith(q) ? fold(topic) : q.replace(w, fold(topic))); listed.push([word, topic]); }
  }
  const run = list => {
    const found = new Map();
    for (const f of list) { const words = f.split(' ');
      for (const item of items) { const r = scoreWords(item, words); if (r && (!found.has(item) || found.get(item).sum < r.sum)) found.set(item, r); } }
    return [...found.values()].sort((a, b) => b.sum - a.sum || a.item.order - b.item.order);
  };
  let found = run(forms), instead = '';
  if (!found.length) {
    vocabulary ||= [...new Set(items.flatMap(i => i.fields.slice(0, 5).flatMap(f => f.words)).concat(D.synonyms.flatMap(([w]) => fold(w).split(' '))))];
    const mended = q.split(' ').map(w => w.length < 4 ? w : nearest(w) || w).join(' ');
    if (mended !== q) { const r = search(mended); if (r.found.length) { found = r.found; instead = mended; listed.push(...r.listed); } }
  }
  return { found, instead, listed };
}
function nearest(word) {
  const limit = word.length > 7 ? 2 : 1; let best = null, at = limit + 1;
  for (const v of vocabulary) if (v.length > 3 && Math.abs(v.length - word.length) <= limit) { const d = distance(word, v, limit); if (d < at) { at = d; best = v; } }
  return best;
}
function distance(a, b, limit) {
  let p2, p = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const c = [i]; let low = i;
    for (let j = 1; j <= b.length; j++) {
      let v = Math.min(p[j] + 1, c[j - 1] + 1, p[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) v = Math.min(v, p2[j - 2] + 1);
      c[j] = v; low = Math.min(low, v);
    }
    if (low > limit) return limit + 1;
    p2 = p; p = c;
  }
  return p[b.length];
}

/* --- open now ---------------------------------------------------------------------------- */
const DAY = 864e5;
function clock() {  // the time in the guide's own zone, by the clock of this device
  const now = new Date();
  try {
    const p = Object.fromEntries(new Intl.DateTimeFormat('en-US', { timeZone: D.zone || undefined, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' })
      .formatToParts(now).map(x => [x.type, +x.value]));
    return { date: new Date(Date.UTC(p.year, p.month - 1, p.day)), minute: p.hour * 60 + p.minute };
  } catch { return { date: new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())), minute: now.getHours() * 60 + now.getMinutes() }; }
}
const iso = d => d.toISOString().slice(0, 10);
const holiday = d => D.holidays[iso(d)];  // its name, '' for one without, undefined on other days
const minutes = t => +t.slice(0, 2) * 60 + +t.slice(2);
function parse(text) {  // as guide/web/clock.py writes it
  const rules = [], flags = new Set();
  for (const part of text.split(';')) {
    if (part.length === 1) { flags.add(part); continue; }
    const at = part.indexOf(':'), head = part.slice(0, at), spans = part.slice(at + 1);
    const [, days, , nth, , season] = head.match(/^([1-7P]+)(_([-\d,]+))?(@([-\d,]+))?$/);
    rules.push({ days, nth: nth ? nth.split(',').map(Number) : null, season: season ? season.split(',').map(s => s.split('-')) : null,
      spans: spans ? spans.split(',').map(s => s.split('-').map(minutes)) : [] });
  }
  return { rules, flags };
}
function holds(r, date, day) {
  if (!r.days.includes(day)) return false;
  if (r.nth) {
    const of = date.getUTCDate(), last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    if (!r.nth.includes(Math.ceil(of / 7)) && !r.nth.includes(-Math.ceil((last - of + 1) / 7))) return false;
  }
  if (!r.season) return true;
  const is = iso(date).slice(5).replace('-', '');
  return r.season.some(([a, b]) => a <= b ? a <= is && is <= b : is >= a || is <= b);
}
function spansOn(o, date) {  // [] closed, null not known; a rule of some days takes the place of the week's
  if (holiday(date) !== undefined && !o.flags.has('A')) {
    const own = o.rules.find(r => r.days === 'P');
    return own ? own.spans : o.flags.has('P') ? [] : null;
  }
  const day = String(date.getUTCDay() || 7), mine = o.rules.filter(r => holds(r, date, day)), rare = mine.filter(r => r.nth || r.season);
  return rare.length ? rare[rare.length - 1].spans : mine.flatMap(r => r.spans);
}
const dayName = d => D.days[(d.getUTCDay() + 6) % 7];  // in the words of print: browsers have those of few languages
const dateWords = (d, forms) => say(forms[d.getUTCMonth()], { day: d.getUTCDate() === 1 ? D.first : d.getUTCDate(), year: d.getUTCFullYear() });
function timeWords(m) {
  m %= 1440;
  const h = m / 60 | 0, rest = m % 60, [midnight, noon, am, pm] = D.names, named = { 0: midnight, 720: noon }[m];
  return named || say(D.times[rest ? 1 : 0], { hour: D.clock === 24 ? h : h % 12 || 12, minutes: String(rest).padStart(2, '0'), half: m < 720 ? am : pm });
}
function state(o, at) {  // { is: 'open' | 'closed' | 'unknown', words }
  if (o.flags.has('A')) return { is: 'open', words: W.open_always };
  const today = spansOn(o, at.date), m = at.minute;
  const before = (spansOn(o, new Date(at.date - DAY)) || []).filter(s => s[1] > 1440).map(s => [s[0] - 1440, s[1] - 1440]);
  const is = holiday(at.date), named = is === undefined ? '' : is || W.a_holiday;
  if (today === null) return { is: 'unknown', words: say(W.holiday, { holiday: named }) };
  const now = [...before, ...today].find(s => s[0] <= m && m < s[1]);
  if (now) { const left = now[1] - m;
    return { is: 'open', words: say(left > 60 ? W.open_until : left > 1 ? W.open_soon : W.open_soon_one, { time: timeWords(now[1]), left }) }; }
  for (let d = 0; d < 45; d++) {
    const date = new Date(+at.date + d * DAY), spans = spansOn(o, date);
    if (!spans) continue;
    const next = spans.filter(s => d || s[0] > m).sort((a, b) => a[0] - b[0])[0];
    if (!next) continue;
    const time = timeWords(next[0]);
    const when = d === 0 ? say(W.today, { time }) : d === 1 ? say(W.tomorrow, { time }) :
      say(W.on_day, { time, day: d < 7 ? dayName(date) : say(W.day_date, { day: dayName(date), date: dateWords(date, D.dates) }) });
    return { is: 'closed', next: d * 1440 + next[0], words: say(named && !today.length ? W.closed_holiday : W.closed, { when, holiday: named }) };
  }
  return { is: 'closed', next: 1e9, words: W.closed_only };
}
const offices = [];
for (const item of items) { item.offices = $$('[data-o]', item.el).map(el => {
  const line = spoken(make('p', 'now')); el.after(line); const office = { o: parse(el.dataset.o), line }; offices.push(office); return office; }); }
let clockGood = true;
function tick() {
  const at = clock(); clockGood = iso(at.date) >= D.from;
  for (const f of offices) { f.state = state(f.o, at); f.line.hidden = !clockGood; f.line.textContent = f.state.words; f.line.className = 'now ' + (f.state.is === 'open' ? 'y' : 'c'); }
  const said = say(W.by_clock, { now: `${dayName(at.date)} ${timeWords(at.minute)}` });
  if ($('#w-clock')) $('#w-clock').textContent = clockGood ? said : say(W.bad_clock, { day: dateWords(at.date, D.whole) });
  if ($('#w-open')) $('#w-open').disabled = !clockGood;
  if (D.until && iso(at.date) > D.until) { const old = $('#w-old'); old.hidden = false; }
}
const openState = item => item.el.dataset.x ? 'closed' : !item.offices.length ? 'unknown' :
  item.offices.some(f => f.state.is === 'open') ? 'open' : item.offices.some(f => f.state.is === 'unknown') ? 'unknown' : 'closed';
tick();
setInterval(() => { if (!document.hidden) tick(); }, 30000);

/* --- search and filters ------------------------------------------------------------------ */
const form = $('#w-find'), found = $('#w-found'), list = $('#w-hits'), all = $('#w-all'), status = $('#w-status');
const none = { value: '', checked: false, addEventListener() {} };  // a choice that there is not
const input = { q: $('#w-q'), open: $('#w-open') || none, free: $('#w-free') || none, sec: $('#w-section') || none, lang: $('#w-spoken') || none, town: $('#w-town') || none };
let timer = 0, shown = 25;
function announce(text) { clearTimeout(timer); timer = setTimeout(() => { status.textContent = text; }, 700); }
function levels(el, found) {  // under a subheading names are one level lower; what was found has none
  if ($('h3', el)) return;
  for (const h of $$('h4,h5', el)) found ? h.setAttribute('aria-level', h.tagName[1] - 1) : h.removeAttribute('aria-level');
}
function home() { for (const i of items) if (i.el.parentNode === list) { i.home.after(i.el); i.el.classList.remove('s'); levels(i.el, false); $('.why', i.el)?.remove(); $('.un', i.el)?.remove(); } list.textContent = ''; }
function apply(keep) {
  if (!keep) shown = 25;
  const q = input.q.value.trim(), on = fold(q) || input.open.checked || input.free.checked || input.sec.value || input.lang.value || input.town.value;
  home();
  found.hidden = !on; all.hidden = !!on; document.body.classList.toggle('searching', !!on); const skip = $('.skip'); skip.hash = on ? 'w-found' : 'contents'; skip.textContent = on ? W.skip_found : W.skip; $('#w-clear').hidden = !on;
  if (!on) { announce(W.all_shown); return; }
  const s = fold(q) ? search(q) : { found: items.map(item => ({ item })), instead: '', listed: [] };
  let hits = s.found.filter(({ item: { el, sec } }) => (!input.sec.value || sec === input.sec.value) && (!input.town.value || (el.dataset.t || '').split('|').includes(input.town.value)) &&
    (!input.lang.value || (el.dataset.l || '').split(' ').some(l => l === input.lang.value || l === 'any')) && (!input.free.checked || el.dataset.c === 'f'));
  let unknown = [];
  if (input.open.checked) { unknown = hits.filter(h => openState(h.item) === 'unknown'); hits = hits.filter(h => openState(h.item) === 'open'); }
  const count = say(hits.length === 1 ? W.count_one : W.count, { n: hits.length, of: items.length });
  $('#w-found h2').textContent = count;
  const notes = s.listed.map(([word, topic]) => say(W.listed, { word, topic }));
  if (s.instead) notes.push(say(W.instead, { q, instead: s.instead }));
  if (!hits.length) notes.push(W.nothing);
  if (input.free.checked) { const no = items.filter(i => !i.el.dataset.c).length; if (no) notes.push(say(W.cost_unknown, { n: no })); }
  if (input.lang.value) { const no = items.filter(i => !i.el.dataset.l).length; if (no) notes.push(say(W.spoken_unknown, { n: no })); }
  $('#w-sub').textContent = notes.join(' ');
  const put = (h) => { const { el } = h.item; list.append(el); el.classList.add('s'); levels(el, true);
    if (h.why && h.why.why) { const raw = h.why.why === 'text' ? '' : ': ' + h.why.raw.trim(); if (h.why.why !== 'place') $('h3,h4', el).after(make('p', 'why', W['why_' + h.why.why] + raw)); }
    if ($('.t,.f,.pg', el)) { const b = make('button', 'lnk un', W.more); b.type = 'button'; b.setAttribute('aria-expanded', 'false'); b.append(make('span', 'v', ': ' + h.item.name));
      b.onclick = () => { const s = el.classList.toggle('s'); b.setAttribute('aria-expanded', String(!s)); b.firstChild.data = s ? W.more : W.less; }; $('.do', el).prepend(b); } };
  hits.slice(0, shown).forEach(put);
  if (hits.length > shown) { const b = make('button', 'btn', say(W.rest, { n: hits.length - shown })); b.type = 'button'; b.onclick = () => { const at = hits[shown].item; shown = 1e9; apply(true); $('.n', at.el).focus(); }; list.append(b); }
  else if (unknown.length) { list.append(make('p', 'grp', W.unknown)); unknown.slice(0, shown).forEach(put); }
  announce([count + '.', ...notes, hits[0] && q ? say(W.first, { name: hits[0].item.name }) + '.' : ''].filter(Boolean).join(' '));
}
let typing = 0;
input.q.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(apply, 120); });
for (const k of ['open', 'free', 'sec', 'lang', 'town']) input[k].addEventListener('change', () => apply());
form.addEventListener('submit', e => { e.preventDefault(); clearTimeout(typing); apply(); if (!found.hidden) { const h = $('#w-found h2'); h.focus(); h.scrollIntoView(); } });
function clear() { form.reset(); apply(); }
$('#w-clear').onclick = () => { clear(); input.q.focus(); };
if ($('#w-more') && matchMedia('(min-width:64em)').matches) $('#w-more').open = true;

/* --- places that have an address of their own: a fragment always wins over a search -------- */
let depth = (history.state && history.state.n) || 0;
try { history.replaceState({ n: depth }, ''); } catch {}
function arrive() {
  if (history.state === null) { try { history.replaceState({ n: ++depth }, ''); } catch {} } else depth = history.state.n;
  let id = ''; try { id = decodeURIComponent(location.hash.slice(1)); } catch {}
  const target = id && document.getElementById(id);
  if (target && (all.contains(target) || list.contains(target)) && !found.hidden) { clear(); const go = n => { target.scrollIntoView(); if (n) requestAnimationFrame(() => go(n - 1)); }; go(3); }  // places off the screen have guessed heights: look again
}
addEventListener('hashchange', arrive); arrive();
$('#w-to-find').onclick = e => { e.preventDefault(); $('.find').scrollIntoView(); input.q.focus({ preventScroll: true }); };

/* --- my list ----------------------------------------------------------------------------- */
const KEY = 'guide-list', mine = new Set(), mineBox = $('#w-list');
let kept = null; try { kept = localStorage.getItem(KEY); } catch { $('#w-keep').hidden = true; }
if (kept) for (const id of JSON.parse(kept)) if (byId.has(id)) mine.add(id);
function store() { try { kept ? localStorage.setItem(KEY, kept = JSON.stringify([...mine])) : localStorage.removeItem(KEY); } catch {} }
function showMine() {
  mineBox.hidden = !mine.size; $('#w-to-list').parentNode.hidden = !mine.size; $('#w-to-list b').textContent = mine.size;
  $('#w-list h2').textContent = say(W.my_list, { n: mine.size });
  const box = $('#w-mine'); box.textContent = '';
  for (const id of mine) { const i = byId.get(id), li = make('li'), nm = make('span', 'nm'), a = make('a', '', i.name), ph = $('.p a', i.el);
    a.href = '#' + id; nm.append(a); li.append(nm);
    if (ph) { const c = ph.cloneNode(true); c.className = 'ph'; li.append(c); }
    const b = make('button', 'lnk', W.remove); b.type = 'button'; b.append(make('span', 'v', ': ' + i.name));
    b.onclick = () => { const next = li.nextElementSibling || li.previousElementSibling; const to = next && next.querySelector('a').hash.slice(1); choose(id, false);
      (to ? $(`#w-mine a[href="#${to}"]`) : input.q).focus(); }; li.append(b); box.append(li); }
  $('#w-keep').textContent = kept ? W.forget : W.keep; store();
}
function choose(id, on) { mine[on ? 'add' : 'delete'](id); const c = $(`#${CSS.escape(id)} .do input`); if (c) c.checked = on; showMine(); announce(say(on ? W.added : W.removed, { name: byId.get(id).name, n: mine.size })); }
for (const i of items) {
  const box = $('.do', i.el) || i.el.appendChild(make('div', 'do')), label = make('label', 'check'), c = make('input');
  c.type = 'checkbox'; c.checked = mine.has(i.el.id); c.onchange = () => choose(i.el.id, c.checked); c.setAttribute('aria-label', `${W.choose}: ${i.name}`);
  spoken(label).append(c, W.choose); box.prepend(label);
  if (!D.mail) continue;
  const wrong = make('a', '', W.wrong); wrong.append(make('span', 'v', ' ' + i.name)); box.append(wrong);
  wrong.href = `mailto:${D.mail}?subject=${encodeURIComponent(say(W.mail_subject, { id: i.el.id, number: parseInt($('.n', i.el).textContent, 10), edition: D.number }))}`;
}
const plain = () => [D.title, D.edition, '', ...[...mine].flatMap(id => { const e = byId.get(id).el; return [byId.get(id).name.toUpperCase(), ...$$('.al,.p li,.w a,.po,.h li', e).map(x => {
  const c = x.cloneNode(true); $$('.v', c).forEach(v => v.remove()); $$('br', c).forEach(b => b.replaceWith(', ')); return c.textContent.replace(/\s+/g, ' ').trim(); }), $('.st', e) ? $('.st', e).textContent.trim() : '', '']; }), ...D.help, ''].join('\r\n');
$('#w-save').onclick = () => { const a = make('a'); a.href = URL.createObjectURL(new Blob(['\ufeff' + plain()], { type: 'text/plain;charset=utf-8' })); a.download = D.file; document.body.append(a); a.click(); a.remove(); announce(W.saved); };
$('#w-print').onclick = () => {
  home(); all.hidden = false; root.dataset.print = 'list'; items.forEach(i => i.el.classList.toggle('mine', mine.has(i.el.id)));
  addEventListener('afterprint', () => { delete root.dataset.print; apply(); }, { once: true }); print();
};
$('#w-keep').onclick = () => { kept = kept ? null : '[]'; store(); showMine(); announce(kept ? W.kept : W.forgotten); };
$('#w-empty').onclick = () => { for (const id of [...mine]) choose(id, false); input.q.focus(); };
showMine();

/* --- text size, colours, languages ------------------------------------------------------- */
$$('#w-display input').forEach(r => r.addEventListener('change', () => { root.dataset[r.name] = r.value; }));
$$('#w-tongue input').forEach(r => r.addEventListener('change', () => { root.dataset.lang = r.value; }));

/* --- where am I, on wide screens --------------------------------------------------------- */
if ('IntersectionObserver' in window) {
  const links = new Map($$('.contents a').map(a => [a.hash.slice(1), a]));
  const io = new IntersectionObserver(es => es.forEach(e => { if (e.isIntersecting) { links.forEach(a => a.removeAttribute('aria-current')); links.get(e.target.id)?.setAttribute('aria-current', 'true'); } }), { rootMargin: '-20% 0px -75% 0px' });
  links.forEach((a, id) => { const t = document.getElementById(id); if (t) io.observe(t); });
}

/* --- leave this page --------------------------------------------------------------------- */
const exit = $('#w-leave');
if (exit) {
  const leave = () => {
    document.title = '\u200b'; document.body.hidden = true; mine.clear(); try { localStorage.removeItem(KEY); } catch {}
    const go = () => location.replace(exit.href);
    if (depth > 0) { addEventListener('popstate', go, { once: true }); history.go(-depth); setTimeout(go, 400); } else go();
  };
  exit.onclick = e => { e.preventDefault(); leave(); };
  let taps = 0, last = 0;
  addEventListener('keyup', e => { if (e.key !== 'Shift') { taps = 0; return; } const t = Date.now(); taps = t - last < 700 ? taps + 1 : 1; last = t; if (taps === 3) leave(); });
}
})();
