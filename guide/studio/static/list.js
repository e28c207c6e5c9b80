// The list of the guide: a tree with one tab stop, searched, narrowed and ordered.

import { ask, badge, hear, make, readOnly, sign, t } from './talk.js';

const SHOWN = ['problem', 'warning', 'stale', 'never', 'closed', 'secret', 'unprinted'];
const plain = (text) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

export class List {
  constructor(open, move) {
    this.open = open;
    this.move = move;
    this.tree = document.getElementById('tree');
    this.rows = [];
    this.found = null; // owners that have the words of the search
    this.current = '';
    this.unfolded = new Set();
    const find = document.getElementById('find');
    find.addEventListener('input', () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.search(find.value), 200); });
    for (const id of ['show', 'order']) document.getElementById(id).addEventListener('change', () => this.draw());
    this.tree.addEventListener('click', (event) => this.clicked(event));
    this.tree.addEventListener('keydown', (event) => this.key(event));
  }

  take(rows) {
    this.rows = rows;
    let section = '';
    for (const row of rows) {
      row.isSection = row.owner.startsWith('section/');
      if (row.isSection) section = row.owner;
      row.section = section;
    }
    this.draw();
  }

  show(owner) {
    this.current = owner;
    const row = this.rows.find((each) => each.owner === owner);
    if (row) this.unfolded.add(row.section);
    this.draw();
    this.tree.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  async search(words) {
    const wanted = words.trim();
    this.found = null;
    if (wanted) {
      const { status, data } = await ask(`/api/find?q=${encodeURIComponent(wanted)}`);
      if (document.getElementById('find').value.trim() !== wanted) return;
      this.found = new Set(status === 200 ? data.owners : []);
    }
    const count = this.draw();
    if (wanted) hear(count ? t('found', { count }) : t('none_found', { word: wanted }));
  }

  get isWhole() {
    return !this.found && this.shown === 'all' && document.getElementById('order').value === 'printed';
  }

  get shown() {
    return document.getElementById('show').value || 'all';
  }

  choices() {
    const listings = this.rows.filter((row) => !row.isSection);
    const counts = SHOWN.map((name) => [name, listings.filter((row) => row.badges.some((each) => each.sign === name)).length]);
    const select = document.getElementById('show'), chosen = this.shown;
    select.replaceChildren(
      make('option', { value: 'all' }, t('all_shown', { count: listings.length })),
      ...counts.filter(([name, count]) => count || name === chosen)
        .map(([name, count]) => make('option', { value: name, selected: name === chosen }, t(`show_${name}`, { count }))));
  }

  listings() {
    const wanted = this.shown;
    const listings = this.rows.filter((row) => !row.isSection && (!this.found || this.found.has(row.owner))
      && (wanted === 'all' || row.badges.some((each) => each.sign === wanted)));
    if (document.getElementById('order').value === 'name') listings.sort((one, other) => one.name.localeCompare(other.name));
    return listings;
  }

  // Draws the list; how many listings are in it.
  draw() {
    this.choices();
    const listings = this.listings(), focused = this.tree.contains(document.activeElement);
    const inOrder = document.getElementById('order').value === 'printed';
    const items = inOrder ? this.sections(listings) : listings.map((row, place) => this.item(row, 1, place, listings.length));
    this.tree.replaceChildren(...items);
    const nothing = document.getElementById('nothing'), word = document.getElementById('find').value.trim();
    nothing.hidden = Boolean(listings.length);
    nothing.textContent = listings.length ? '' : word ? t('none_found', { word }) : t('nothing_wrong');
    const tab = this.tree.querySelector('[aria-selected="true"]') || this.tree.querySelector('[role="treeitem"]');
    if (tab) tab.tabIndex = 0;
    if (focused) tab?.focus();
    return listings.length;
  }

  sections(listings) {
    const sections = this.rows.filter((row) => row.isSection && (this.isWhole || listings.some((each) => each.section === row.owner)));
    const of = sections.length + (this.isWhole ? 1 : 0);
    const cover = { owner: 'guide', number: '', name: t('cover'), badges: [], isCover: true };
    const items = this.isWhole ? [this.item(cover, 1, 0, of)] : [];
    sections.forEach((section, place) => {
      const item = this.item(section, 1, place + (this.isWhole ? 1 : 0), of);
      const own = listings.filter((each) => each.section === section.owner);
      const isOpen = !this.isWhole || this.unfolded.has(section.owner);
      item.setAttribute('aria-expanded', String(isOpen));
      if (isOpen && own.length) {
        item.append(make('ul', { role: 'group' }, ...own.map((row, number) => this.item(row, 2, number, own.length))));
      }
      items.push(item);
    });
    return items;
  }

  item(row, level, place, of) {
    const chosen = row.owner === this.current;
    const kind = row.isCover ? 'section front' : row.isSection ? 'section' : row.badges.some((each) => each.sign === 'unprinted') ? 'unprinted' : '';
    return make('li', {
      role: 'treeitem', class: kind, 'aria-level': level, 'aria-posinset': place + 1, 'aria-setsize': of,
      'aria-selected': String(chosen), tabindex: -1, 'data-owner': row.owner, draggable: !readOnly && !row.isSection && !row.isCover,
    }, make('div', { class: 'row' }, make('span', { class: 'n' }, row.number), make('span', { class: 'name' }, row.name),
      row.badges.length ? make('span', { class: 'badges' }, ...row.badges.map(badge)) : null));
  }

  clicked(event) {
    const item = event.target.closest('[role="treeitem"]');
    if (!item) return;
    const owner = item.dataset.owner;
    if (item.hasAttribute('aria-expanded') && this.isWhole && (owner === this.current || !this.unfolded.has(owner))) this.fold(owner);
    this.open(owner);
  }

  fold(owner, open = !this.unfolded.has(owner)) {
    if (open) this.unfolded.add(owner);
    else this.unfolded.delete(owner);
    this.draw();
    this.focus(owner);
  }

  focus(owner) {
    for (const each of this.tree.querySelectorAll('[tabindex="0"]')) each.tabIndex = -1;
    const item = this.tree.querySelector(`[data-owner="${CSS.escape(owner)}"]`);
    if (item) { item.tabIndex = 0; item.focus(); }
  }

  key(event) {
    const item = event.target.closest('[role="treeitem"]');
    if (!item || event.ctrlKey || event.metaKey) return;
    const items = [...this.tree.querySelectorAll('[role="treeitem"]')], place = items.indexOf(item);
    const owner = item.dataset.owner, go = (to) => to && this.focus(to.dataset.owner);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      if (!readOnly && owner.startsWith('listing/')) this.shift(owner, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'ArrowDown') go(items[place + 1]);
    else if (event.key === 'ArrowUp') go(items[place - 1]);
    else if (event.key === 'Home') go(items[0]);
    else if (event.key === 'End') go(items.at(-1));
    else if (event.key === 'ArrowRight') {
      if (item.getAttribute('aria-expanded') === 'false') this.fold(owner, true);
      else if (item.hasAttribute('aria-expanded')) go(items[place + 1]);
    } else if (event.key === 'ArrowLeft') {
      if (item.getAttribute('aria-expanded') === 'true' && this.isWhole) this.fold(owner, false);
      else go(item.parentElement.closest('[role="treeitem"]'));
    } else if (event.key === 'Enter' || event.key === ' ') this.open(owner, true);
    else if (event.key.length === 1 && !event.altKey) {
      const letter = plain(event.key);
      if (letter === '/') return;
      go([...items.slice(place + 1), ...items.slice(0, place)].find((each) => plain(each.querySelector('.name').textContent).startsWith(letter)));
    } else return;
    event.preventDefault();
  }

  // Moves a listing by one place, also over the border of its section.
  shift(owner, by) {
    if (!this.isWhole) { hear(t('only_printed')); return; }
    const row = this.rows.find((each) => each.owner === owner);
    const own = this.rows.filter((each) => !each.isSection && each.section === row.section);
    const place = own.indexOf(row) + by;
    if (place < 0 || place >= own.length) return;
    const after = by > 0 ? own[place] : own[place - 1];
    this.move(owner, row.section, after ? after.owner : '');
  }

  near(by) {
    const listings = this.listings(), place = listings.findIndex((row) => row.owner === this.current);
    return listings[place + by]?.owner;
  }
}

// Everything that is wrong, in the place of the list.
export function drawProblems(problems, go) {
  const list = document.getElementById('problems');
  list.replaceChildren(...problems.map((each) => make('li', {}, make('button', { type: 'button', onclick: () => go(each) },
    make('span', { class: each.error ? 'bad' : 'warn' }, sign(each.error ? 'problem' : 'warning')),
    make('span', {}, make('b', {}, each.name), each.says)))));
}
