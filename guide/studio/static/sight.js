// Of a long list only the rows in sight are built, and those that have to be there: the one with the tab stop, the one that is dragged.

import { make } from './talk.js';

const MARGIN = 300; // pixels above and below what is in sight
const ROW = 45, LINE = 22, SIGNS = 24, LONG = 26; // pixels, and letters of a name on one line, until a row is measured

export class Sight {
  constructor(tree, build) {
    this.tree = tree;
    this.pane = tree.closest('.pane-body');
    this.build = build; // a row's element
    this.items = [];
    this.places = new Map();
    this.built = new Map();
    this.heights = new Map();
    this.kept = new Map(); // {why: key}
    this.tops = [0];
    addEventListener('scroll', () => this.draw(), { capture: true, passive: true });
    new ResizeObserver(() => this.resized()).observe(this.pane);
  }

  resized() {
    if (this.pane.clientWidth !== this.width) this.heights.clear();
    this.width = this.pane.clientWidth;
    this.measure();
    this.draw();
  }

  take(items) {
    this.items = items;
    this.places = new Map(items.map((item, place) => [item.key, place]));
    for (const each of this.built.values()) each.remove();
    this.built.clear();
    this.measure();
    this.draw();
  }

  // Keeps a row built, "" for none.
  keep(why, key) {
    this.kept.set(why, key);
  }

  element(key) {
    return this.built.get(key);
  }

  guess({ row }) {
    return ROW + (row.name.length > LONG ? LINE : 0) + SIGNS * Math.min(row.badges.length, 3);
  }

  // Where each row begins, and where the last one ends.
  measure() {
    const tops = [0];
    this.items.forEach((item, place) => tops.push(tops[place] + (this.heights.get(item.key) ?? this.guess(item))));
    this.tops = tops;
  }

  // Pixels of the list that are in sight; before it is shown, its beginning.
  window() {
    const tree = this.tree.getBoundingClientRect(), pane = this.pane.getBoundingClientRect();
    if (!pane.height) return [0, 600];
    return [Math.max(pane.top, 0) - tree.top, Math.min(pane.bottom, innerHeight) - tree.top];
  }

  at(pixel) {
    let low = 0, high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tops[middle + 1] <= pixel) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  wanted() {
    const [above, below] = this.window(), places = new Set();
    const last = Math.min(this.items.length - 1, this.at(below + MARGIN));
    for (let place = this.at(above - MARGIN); place <= last; place += 1) places.add(place);
    for (const key of this.kept.values()) if (this.places.has(key)) places.add(this.places.get(key));
    return [...places].sort((one, other) => one - other);
  }

  draw() {
    for (let times = 0; times < 3; times += 1) {
      const places = this.wanted(), anchor = this.anchor(places);
      this.put(places);
      if (!this.hasLearnt(places)) return;
      this.put(places);
      if (anchor.element?.isConnected) this.scrollBy(anchor.element.getBoundingClientRect().top - anchor.top);
    }
  }

  // The first row in sight, which stays where it is while rows above it turn out to be higher than was thought.
  anchor(places) {
    const top = Math.max(this.pane.getBoundingClientRect().top, 0);
    for (const place of places) {
      const element = this.built.get(this.items[place].key), box = element?.getBoundingClientRect();
      if (box && box.bottom > top) return { element, top: box.top };
    }
    return {};
  }

  // Whether rows are not as high as was thought.
  hasLearnt(places) {
    let learnt = false;
    for (const place of places) {
      const { key } = this.items[place], height = this.built.get(key).offsetHeight;
      if (height && this.heights.get(key) !== height) { this.heights.set(key, height); learnt = true; }
    }
    if (learnt) this.measure();
    return learnt;
  }

  // Puts rows in their order, with gaps between those that do not follow each other; a row that is there is never taken out.
  put(places) {
    const rows = [];
    let end = 0;
    const gap = (to) => {
      if (this.tops[to] - this.tops[end] < 1) return;
      const space = make('li', { role: 'none', class: 'gap' });
      space.style.height = `${this.tops[to] - this.tops[end]}px`;
      rows.push(space);
    };
    for (const place of places) {
      gap(place);
      const item = this.items[place];
      if (!this.built.has(item.key)) this.built.set(item.key, this.build(item));
      rows.push(this.built.get(item.key));
      end = place + 1;
    }
    gap(this.items.length);
    const stay = new Set(rows);
    for (const each of [...this.tree.children]) if (!stay.has(each)) each.remove();
    for (const [key, each] of this.built) if (!stay.has(each)) this.built.delete(key);
    let next = this.tree.firstChild;
    for (const each of rows) {
      if (each === next) next = next.nextSibling;
      else this.tree.insertBefore(each, next);
    }
  }

  scrollBy(pixels) {
    if (!pixels) return;
    if (getComputedStyle(this.pane).overflowY === 'visible') scrollBy(0, pixels);
    else this.pane.scrollTop += pixels;
  }

  // How much of the window the bar at its foot hides.
  bar() {
    return getComputedStyle(this.pane).overflowY === 'visible' ? parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0 : 0;
  }

  // Brings a row into sight.
  reveal(key) {
    const place = this.places.get(key);
    if (place === undefined) return;
    for (let turn = 0; turn < 2; turn += 1) { // rows are as tall as they are once they are drawn
      const [above, below] = this.window();
      if (this.tops[place] < above) this.scrollBy(this.tops[place] - above);
      else if (this.tops[place + 1] > below - this.bar()) this.scrollBy(this.tops[place + 1] - below + this.bar());
      this.draw();
    } // without scrollIntoView: after it the first Tab would begin here and not at the top
  }
}
