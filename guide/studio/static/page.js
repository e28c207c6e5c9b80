// The pane of the page: the picture, and over it a drawing with what stands where. Scroll and zoom survive each new picture.

import { ask, hear, t } from './talk.js';

const SPACE = 'http://www.w3.org/2000/svg';
const ZOOMS = [40, 50, 60, 75, 90, 100, 125, 150, 200];
const OUT = 8 * 0.75; // points around the text of the listing that is open

const svg = (name, attributes, ...children) => {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

export class PagePane {
  constructor(open, go) {
    this.open = open;
    this.go = go; // to a field
    this.owner = '';
    this.page = 0;
    this.pages = [];
    this.zoom = Number(localStorage.getItem('zoom')) || 0; // 0: as wide as the pane
    this.asked = 0;
    this.edition = document.getElementById('edition');
    this.body = document.querySelector('.page .pane-body');
    this.picture = document.getElementById('picture');
    this.over = document.getElementById('over');
    this.edition.addEventListener('change', () => { this.page = 0; this.draw(true); });
    document.getElementById('before').addEventListener('click', () => this.turn(this.page - 1));
    document.getElementById('after').addEventListener('click', () => this.turn(this.page + 1));
    document.getElementById('smaller').addEventListener('click', () => this.zoomBy(-1));
    document.getElementById('larger').addEventListener('click', () => this.zoomBy(1));
    document.getElementById('zoom').addEventListener('click', () => this.zoomTo(this.zoom ? 0 : 100));
    this.over.addEventListener('click', (event) => this.clicked(event));
    new ResizeObserver(() => this.size()).observe(this.body);
  }

  // Shows what is open; nothing moves where a part of it is in sight.
  show(owner) {
    this.owner = owner;
    return this.draw(true);
  }

  async draw(moves = false) {
    this.asked += 1;
    const mine = this.asked;
    const late = setTimeout(() => this.note(t('drawing')), 1000);
    const listing = this.owner.startsWith('listing/') ? this.owner.slice(8) : '';
    const query = `edition=${encodeURIComponent(this.edition.value)}`;
    const { status, data } = await ask(`/page/facts?${query}&listing=${encodeURIComponent(listing)}`);
    if (mine !== this.asked) { clearTimeout(late); return; }
    if (status !== 200 || !data.pages.length) {
      clearTimeout(late);
      this.note(data.why || t('no_page'));
      return;
    }
    this.pages = data.pages;
    this.query = `${query}&drawing=${data.drawing}`;
    this.buttons(data.of_listing, listing);
    const own = data.of_listing;
    if (moves && own.length && !own.includes(this.page)) this.page = own[0];
    this.page = Math.min(this.page, this.pages.length - 1);
    await this.picturePage(late);
  }

  async picturePage(late = 0) {
    const mine = this.asked, page = this.page;
    const scale = Math.min(4, Math.max(1, Math.round(this.width() / this.pages[page][0] * devicePixelRatio * 4) / 4));
    const { data } = await ask(`/page/${page}.json?${this.query}`);
    const fresh = new Image();
    fresh.src = `/page/${page}.png?${this.query}&scale=${scale}`;
    try { await fresh.decode(); } catch { clearTimeout(late); return; }
    clearTimeout(late);
    if (mine !== this.asked || page !== this.page) return;
    const { scrollTop, scrollLeft } = this.body;
    this.picture.src = fresh.src;
    this.picture.alt = t('page_alt', { page: this.pages[page][2] });
    this.picture.hidden = false;
    this.drawOver(data.boxes || [], this.pages[page]);
    this.size();
    this.body.scrollTo(scrollLeft, scrollTop);
    this.note('');
    document.getElementById('which').textContent = t('page_of', { page: this.pages[page][2], count: this.pages.length });
    document.getElementById('before').disabled = page === 0;
    document.getElementById('after').disabled = page === this.pages.length - 1;
    for (const each of document.querySelectorAll('#own-pages button')) each.setAttribute('aria-pressed', String(Number(each.value) === page));
  }

  drawOver(boxes, [width, height]) {
    this.over.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const parts = boxes.filter((each) => each.what === 'listing').map((each) => this.spot(each));
    const inside = boxes.filter((each) => each.what !== 'listing').map((each) => this.mark(each));
    this.over.replaceChildren(...parts, ...inside);
  }

  spot({ owner, box: [x0, y0, x1, y1], label }) {
    const isOpen = owner === this.owner;
    const rect = svg('rect', { x: x0 - OUT, y: y0 - OUT, width: x1 - x0 + 2 * OUT, height: y1 - y0 + 2 * OUT });
    const link = svg('a', { class: isOpen ? 'spot now' : 'spot', href: `/guide/${encodeURIComponent(owner.slice(8))}`, 'aria-label': label, 'data-owner': owner }, rect);
    if (isOpen) link.setAttribute('aria-current', 'true');
    return link;
  }

  mark({ owner, path, box: [x0, y0, x1, y1], label, problem }) {
    const link = svg('a', { class: 'mark', href: `/guide/${encodeURIComponent(owner.slice(8))}`, 'aria-label': problem || `${label}, ${path.split('-').slice(-2).join(' ')}`, 'data-owner': owner, 'data-path': path },
      svg('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0, fill: 'transparent' }));
    if (!problem) { link.setAttribute('tabindex', '-1'); return link; }
    const x = x0 - 13, y = (y0 + y1) / 2 - 5;
    link.append(svg('path', { d: `M${x0} ${y1 + 1}H${x1}` }),
      svg('polygon', { points: [[3, 0], [7, 0], [10, 3], [10, 7], [7, 10], [3, 10], [0, 7], [0, 3]].map(([a, b]) => `${x + a},${y + b}`).join(' ') }),
      svg('path', { class: 'bang', d: `M${x + 4.2} ${y + 2}h1.600v4h-1.600zM${x + 4.2} ${y + 7}h1.600v1.600h-1.600z` }));
    return link;
  }

  async clicked(event) {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (link.dataset.path) this.go({ owner: link.dataset.owner, path: link.dataset.path });
    else this.open(link.dataset.owner);
  }

  buttons(own, listing) {
    const place = document.getElementById('own-pages');
    place.replaceChildren(...own.map((page) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'num';
      button.value = page;
      button.textContent = this.pages[page][2];
      button.setAttribute('aria-label', t('page_with', { page: this.pages[page][2] }));
      button.addEventListener('click', () => this.turn(page));
      return button;
    }));
    document.getElementById('on-pages').textContent = own.length ? t('on_pages', { count: own.length }) : listing ? t('not_there') : '';
  }

  turn(page) {
    if (page < 0 || page >= this.pages.length) return;
    this.page = page;
    this.asked += 1;
    this.picturePage();
    hear(t('page_heard', { page: this.pages[page][2] }));
  }

  // Pixels of the page's width; 816 for Letter is its true size.
  width() {
    const wide = Math.min(this.body.clientWidth - 40, 816);
    const points = this.pages[this.page]?.[0] || 612;
    return this.zoom ? points / 0.75 * this.zoom / 100 : wide;
  }

  size() {
    if (!this.pages.length) return;
    const width = Math.max(120, Math.round(this.width()));
    const [points, height] = this.pages[this.page];
    this.picture.width = width;
    this.picture.height = Math.round(width * height / points);
    const percent = Math.round(width * 75 / points);
    const button = document.getElementById('zoom');
    button.textContent = `${percent} %`;
    button.setAttribute('aria-label', t('zoom', { percent }));
  }

  zoomBy(by) {
    const now = Math.round(this.width() * 75 / this.pages[this.page][0]);
    const next = by > 0 ? ZOOMS.find((each) => each > now) : ZOOMS.findLast((each) => each < now);
    if (next) this.zoomTo(next);
  }

  zoomTo(zoom) {
    this.zoom = zoom;
    localStorage.setItem('zoom', String(zoom));
    this.picturePage();
  }

  note(text) {
    const place = document.getElementById('page-note');
    place.textContent = text;
    place.hidden = !text;
  }
}
