// The list of the guide: a tree with one tab stop, searched, narrowed and ordered.

import { Sight } from './sight.js';
import { ask, badge, hear, make, plain, readOnly, sign, t } from './talk.js';

const SHOWN = ['problem', 'warning', 'stale', 'never', 'closed', 'secret', 'unprinted'];
const STALE = 'outdated:'; // and the code of a language
const ORDERS = {
  name: (one, other) => one.name.localeCompare(other.name),
  checked: (one, other) => (one.checked < other.checked ? -1 : one.checked > other.checked ? 1 : 0),
  changed: (one, other) => other.changed - one.changed,
};
export const keyOf = (row) => (row.part ? `${row.owner}#${row.part}` : row.owner);

export class List {
  constructor(open, shift) {
    this.open = open;
    this.shift = shift; // moves a row by one place
    this.tree = document.getElementById('tree');
    this.find = document.getElementById('find');
    this.sight = new Sight(this.tree, (item) => this.item(item));
    this.rows = [];
    this.items = [];
    this.found = null; // owners that have the words of the search
    this.near = ''; // what is in the guide in place of words that are not
    this.current = '';
    this.active = ''; // the row with the tab stop
    this.unfolded = new Set();
    this.find.addEventListener('input', () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.search(this.find.value), 200); });
    for (const id of ['show', 'order']) document.getElementById(id).addEventListener('change', () => this.draw());
    document.getElementById('nothing').addEventListener('click', (event) => { if (event.target.matches('button')) this.look(this.near); });
    this.tree.addEventListener('click', (event) => this.clicked(event));
    this.tree.addEventListener('focusin', (event) => this.focused(event.target.closest('[role="treeitem"]')));
    this.tree.addEventListener('keydown', (event) => this.key(event));
  }

  take(rows, languages = {}) {
    this.rows = rows;
    this.languages = languages; // {code: name} of the translations
    this.tree.classList.toggle('many', rows.some((row) => row.number.length > 3)); // room for their numbers
    let section = '';
    for (const row of rows) {
      row.isSection = row.owner.startsWith('section/');
      row.isListing = row.owner.startsWith('listing/');
      if (row.isSection) section = row.owner;
      row.section = row.isSection || row.isListing ? section : '';
    }
    this.choices();
    this.draw();
  }

  row(owner) {
    return this.rows.find((each) => each.owner === owner);
  }

  of(section) {
    return this.rows.filter((each) => each.isListing && each.section === section);
  }

  show(key) {
    this.current = this.active = key;
    const row = this.rows.find((each) => keyOf(each) === key);
    if (row?.section) this.unfolded.add(row.section);
    this.draw();
    this.sight.reveal(key);
  }

  // Searches for words, as if they had been typed.
  look(words) {
    this.find.value = words;
    this.find.focus();
    return this.search(words);
  }

  async search(words) {
    const wanted = words.trim();
    let data = {};
    if (wanted) {
      const answer = await ask(`/api/find?q=${encodeURIComponent(wanted)}`);
      if (this.find.value.trim() !== wanted) return;
      if (answer.status === 200) data = answer.data;
    }
    this.found = wanted ? new Set(data.owners || []) : null;
    this.near = data.near || '';
    const count = this.draw();
    if (wanted) hear(count ? t('found', { count }) : document.getElementById('nothing').textContent);
  }

  get order() {
    return document.getElementById('order').value;
  }

  get isWhole() {
    return !this.found && this.shown === 'all' && this.order === 'printed';
  }

  get shown() {
    return document.getElementById('show').value || 'all';
  }

  choices() {
    const listings = this.rows.filter((row) => row.isListing), select = document.getElementById('show'), chosen = this.shown;
    const signs = listings.flatMap((row) => row.badges.map((each) => each.sign));
    const counts = SHOWN.map((name) => [name, signs.filter((each) => each === name).length, `show_${name}`, {}]);
    for (const [code, language] of Object.entries(this.languages)) {
      counts.push([`${STALE}${code}`, listings.filter((row) => row.outdated.includes(code)).length, 'show_outdated', { language }]);
    }
    select.replaceChildren(
      make('option', { value: 'all' }, t('all_shown', { count: listings.length })),
      ...counts.filter(([name, count]) => count || name === chosen)
        .map(([name, count, key, values]) => make('option', { value: name, selected: name === chosen }, t(key, { ...values, count }))));
  }

  listings() {
    const wanted = this.shown;
    const listings = this.rows.filter((row) => row.isListing && (!this.found || this.found.has(row.owner))
      && (wanted === 'all' || (wanted.startsWith(STALE) ? row.outdated.includes(wanted.slice(STALE.length)) : row.badges.some((each) => each.sign === wanted))));
    return this.order === 'printed' ? listings : listings.sort(ORDERS[this.order]);
  }

  // Draws the list; how many listings are in it.
  draw() {
    const listings = this.listings(), focused = this.tree.contains(document.activeElement);
    const shown = this.order === 'printed' ? this.sections(listings) : listings.map((row) => ({ row, level: 1 }));
    this.items = numbered(shown.map((item) => ({ ...item, key: keyOf(item.row) })));
    this.nothing(listings.length);
    if (!this.items.some((item) => item.key === this.active)) this.active = this.items[0]?.key || '';
    this.sight.keep('tab stop', this.active);
    this.sight.take(this.items);
    if (focused) this.sight.element(this.active)?.focus({ preventScroll: true });
    return listings.length;
  }

  nothing(count) {
    const place = document.getElementById('nothing'), word = this.find.value.trim(), isSearch = this.found && word;
    place.hidden = Boolean(count) || this.isWhole; // or not read yet
    place.replaceChildren(...(count ? [] : [isSearch ? t('none_found', { word }) : this.shown === 'all' ? t('no_listing') : t('nothing_wrong')]));
    if (!count && isSearch && this.near) {
      place.append(' ', make('button', { type: 'button', class: 'adds-word' }, t('look_for', { word: this.near })));
    }
  }

  // Rows in the printed order; where not all are shown, sections with none of them are left out, and the others are open.
  sections(listings) {
    const own = grouped(listings, (row) => row.section), items = [];
    for (const row of this.rows) {
      if (row.isListing || (!this.isWhole && !own.has(row.owner))) continue;
      const open = row.isSection ? !this.isWhole || this.unfolded.has(row.owner) : undefined;
      items.push({ row, level: 1, open });
      if (open) items.push(...(own.get(row.owner) || []).map((each) => ({ row: each, level: 2 })));
    }
    return items;
  }

  item({ row, key, level, place, of, open }) {
    const kind = row.isSection ? 'section' : !row.isListing ? 'section front' : row.badges.some((each) => each.sign === 'unprinted') ? 'unprinted' : '';
    return make('li', {
      role: 'treeitem', class: kind, 'aria-level': level, 'aria-posinset': place, 'aria-setsize': of,
      'aria-selected': String(key === this.current), 'aria-expanded': open === undefined ? false : String(open),
      tabindex: key === this.active ? '0' : '-1', 'data-owner': row.owner, 'data-key': key, draggable: !readOnly && Boolean(row.section) && 'true',
    }, make('div', { class: 'row' }, make('span', { class: 'n' }, row.number), make('span', { class: 'name' }, row.name),
      row.badges.length ? make('span', { class: 'badges' }, ...row.badges.map(badge)) : null));
  }

  clicked(event) {
    const { key } = event.target.closest('[role="treeitem"]')?.dataset || {}, item = this.items.find((each) => each.key === key);
    if (!item) return;
    this.active = key;
    if (item.row.isSection && this.isWhole && (key === this.current || !item.open)) this.fold(key);
    this.open(item.row.owner, true, true, item.row.part);
  }

  fold(key, open = !this.unfolded.has(key)) {
    if (open) this.unfolded.add(key);
    else this.unfolded.delete(key);
    this.active = key;
    this.draw();
    this.focus(key);
  }

  // The row that has the focus has the tab stop, however it came there.
  focused(item) {
    if (!item || item.dataset.key === this.active) return;
    const old = this.sight.element(this.active);
    if (old) old.tabIndex = -1;
    item.tabIndex = 0;
    this.active = item.dataset.key;
    this.sight.keep('tab stop', this.active);
  }

  focus(key) {
    const old = this.sight.element(this.active);
    if (old) old.tabIndex = -1;
    this.active = key;
    this.sight.keep('tab stop', key);
    this.sight.reveal(key);
    const item = this.sight.element(key);
    if (item) { item.tabIndex = 0; item.focus({ preventScroll: true }); }
  }

  key(event) {
    const { items } = this, place = items.findIndex((each) => each.key === this.active), item = items[place];
    if (!item || event.ctrlKey || event.metaKey) return;
    const go = (to) => to && this.focus(to.key);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      if (!readOnly && item.row.section) this.byOne(item.row, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.altKey) return;
    else if (event.key === 'ArrowDown') go(items[place + 1]);
    else if (event.key === 'ArrowUp') go(items[place - 1]);
    else if (event.key === 'Home') go(items[0]);
    else if (event.key === 'End') go(items.at(-1));
    else if (event.key === 'ArrowRight') {
      if (item.open === false) this.fold(item.key, true);
      else if (item.open && items[place + 1]?.level === 2) go(items[place + 1]);
    } else if (event.key === 'ArrowLeft') {
      if (item.open && this.isWhole) this.fold(item.key, false);
      else if (item.level === 2) go(items.find((each) => each.key === item.row.section));
    } else if (event.key === 'Enter' || event.key === ' ') this.open(item.row.owner, true, true, item.row.part);
    else if (event.key.length === 1) {
      if (event.key === '/' || event.key === '?') return;
      const letter = plain(event.key);
      go([...items.slice(place + 1), ...items.slice(0, place)].find((each) => plain(each.row.name).startsWith(letter)));
    } else return;
    event.preventDefault();
  }

  byOne(row, by) {
    if (this.isWhole) this.shift(row, by);
    else hear(t('only_printed'));
  }

  // The listing before or after the one that is open, as they are shown.
  beside(by) {
    const listings = this.listings(), place = listings.findIndex((row) => row.owner === this.current);
    return listings[place + by]?.owner;
  }
}

function grouped(all, name) {
  const groups = new Map();
  for (const each of all) {
    if (!groups.has(name(each))) groups.set(name(each), []);
    groups.get(name(each)).push(each);
  }
  return groups;
}

// Items with their places among those of their level that belong together, counted over the whole list.
function numbered(items) {
  const groups = grouped(items, (item) => (item.level === 1 ? '' : item.row.section));
  for (const own of groups.values()) own.forEach((item, place) => Object.assign(item, { place: place + 1, of: own.length }));
  return items;
}

// Everything that is wrong, in the place of the list.
export function drawProblems(problems, go) {
  const list = document.getElementById('problems');
  list.replaceChildren(...problems.map((each) => make('li', {}, make('button', { type: 'button', onclick: () => go(each) },
    make('span', { class: each.error ? 'bad' : 'warn' }, sign(each.error ? 'problem' : 'warning')),
    make('span', {}, make('b', {}, each.name), each.says)))));
}
