// The pane of the page: which pages of which edition are in sight. Scroll and zoom survive each new picture and a reload; the old
// picture stays until the new one is there.

import { drawOver, linkTo, pictureOf } from './sheets.js';
import { ask, hear, make, t } from './talk.js';

const ZOOMS = [25, 40, 50, 60, 75, 90, 100, 125, 150, 200, 300, 400];
const PADDING = 40, GAP = 16; // pixels beside the sheets, and between two of them
const LATE = 1000;
const $ = (id) => document.getElementById(id);
const clock = () => new Date().toTimeString().slice(0, 5);

function kept() {
  try { return JSON.parse(sessionStorage.getItem('page')) || {}; } catch { return {}; }
}

// Choices of a list, where they are others than before; what was chosen stays if there still is such a one.
function offer(select, choices) {
  if (JSON.stringify(choices) === select.dataset.choices) return;
  const { value } = select;
  select.dataset.choices = JSON.stringify(choices);
  select.replaceChildren(...choices.map(({ name, title }) => make('option', { value: name }, title)));
  if (choices.some(({ name }) => name === value)) select.value = value;
}

export class PagePane {
  constructor(open, go) {
    this.open = open;
    this.go = go; // to a field
    this.owner = '';
    this.shown = [];
    this.sizes = [];
    this.from = null; // the link that led into the form
    this.asked = 0;
    this.waiting = []; // who waits until all is drawn
    this.isBusy = false;
    const was = kept();
    this.page = was.page || 0;
    this.was = was;
    this.zoom = localStorage.getItem('page-zoom') || ''; // "": as wide as the pane, and not above its true size
    this.two = localStorage.getItem('page-two') === 'yes';
    this.edition = $('edition');
    this.language = $('language');
    this.body = document.querySelector('.page .pane-body');
    this.figures = [...document.querySelectorAll('.sheet')];
    for (const select of [this.edition, this.language]) {
      const choice = was[select.id];
      if (choice && [...select.options].some((each) => each.value === choice)) select.value = choice;
      else if (choice) select.append(make('option', { value: choice, selected: true }, choice)); // till it is known
      select.addEventListener('change', () => { this.page = 0; this.draw(true); });
    }
    this.listen();
  }

  listen() {
    $('before').addEventListener('click', () => this.turn(this.two ? this.shown[0] - 1 : this.page - 1));
    $('after').addEventListener('click', () => this.turn(this.two ? this.shown.at(-1) + 1 : this.page + 1));
    $('smaller').addEventListener('click', () => this.zoomBy(-1));
    $('larger').addEventListener('click', () => this.zoomBy(1));
    $('two').addEventListener('click', () => this.showTwo(!this.two));
    for (const button of document.querySelectorAll('[data-zoom]')) button.addEventListener('click', () => this.zoomTo(button.dataset.zoom));
    for (const figure of this.figures) figure.querySelector('svg').addEventListener('click', (event) => this.clicked(event));
    document.addEventListener('keydown', (event) => this.back(event));
    this.body.addEventListener('scroll', () => this.remember(), { passive: true });
    addEventListener('pagehide', () => this.remember());
    let later = 0;
    new ResizeObserver(() => {
      this.size();
      clearTimeout(later);
      later = setTimeout(() => { if (this.shown.length && this.scale() !== this.drawnScale) this.draw(); }, 200);
    }).observe(this.body);
    $('two').setAttribute('aria-pressed', String(this.two));
  }

  // --- what is in sight -----------------------------------------------------------------------------

  // Shows what is open; nothing moves where a part of it is in sight, or where it was in sight before a reload.
  show(owner) {
    const isNew = owner !== this.was.owner;
    this.owner = owner;
    return this.draw(isNew);
  }

  // Draws anew what has changed; while that is being done another change waits.
  redraw() {
    if (this.isBusy) this.again = true;
    else this.draw();
  }

  // Is kept as soon as nothing is drawn anew.
  settled() {
    return this.isBusy && this.time ? new Promise((resolve) => { this.waiting.push(resolve); }) : Promise.resolve();
  }

  get query() {
    return `edition=${encodeURIComponent(this.edition.value)}&language=${encodeURIComponent(this.language.value)}`;
  }

  async draw(moves = false) {
    this.asked += 1;
    const mine = this.asked;
    this.isBusy = true;
    const late = setTimeout(() => { $('page-late').hidden = false; }, LATE);
    try {
      await this.drawn(mine, moves);
    } finally {
      clearTimeout(late);
      if (mine === this.asked) this.ended();
    }
  }

  ended() {
    $('page-late').hidden = true;
    this.isBusy = false;
    for (const each of this.waiting.splice(0)) each();
    if (this.again) { this.again = false; this.draw(); }
  }

  // The checks come after the picture: what they find is marked on the one that is there.
  async judged() {
    if (this.isBusy) { this.again = true; return; } // its facts may be older
    const mine = this.asked;
    const { status, data } = await this.facts();
    if (mine === this.asked && status === 200 && data.shown?.join() === this.shown.join()) this.mark(data);
  }

  facts(moves = false) {
    return ask(`/page/facts?${this.query}&owner=${encodeURIComponent(this.owner)}&at=${this.page}`
      + `${moves ? '&moves=1' : ''}${this.two ? '&two=1' : ''}`);
  }

  async drawn(mine, moves) {
    const ahead = new Map(this.sizes.length && this.shown.includes(this.page) ? this.shown.map((page) => [page, this.picture(page, mine)]) : []);
    const { status, data } = await this.facts(moves);
    if (mine !== this.asked) return;
    if (data.editions) offer(this.edition, data.editions);
    if (data.languages) offer(this.language, data.languages);
    if (status === 404) { this.language.value = ''; this.again = true; return; } // the edition is gone
    if (status !== 200) { this.stays(t('page_fails')); return; }
    if (!data.shown || data.unread && this.owner.startsWith('listing/') && !data.own.length) { this.stays(data.why || data.unread); return; }
    this.sizes = data.sizes.flatMap(([count, width, height]) => Array(count).fill([width, height]));
    const pictures = await Promise.all(data.shown.map((page) => ahead.get(page) || this.picture(page, mine, data.shown)));
    if (mine !== this.asked) return;
    if (pictures.includes(null)) { this.stays(t('page_fails')); return; }
    this.put(data, pictures, moves);
  }

  picture(page, mine, shown = this.shown) {
    return pictureOf(`/page/${page}.png?${this.query}&scale=${this.scale(shown)}&drawing=${mine}-${document.body.dataset.version}`);
  }

  // The new pictures take the place of the old ones.
  put(data, pictures, moves) {
    const { scrollTop, scrollLeft } = this.body, before = this.shown.join();
    this.shown = data.shown;
    if (!this.shown.includes(this.page)) this.page = data.shown.find((each) => data.own.includes(each)) ?? data.shown[0];
    this.drawnScale = this.scale();
    this.figures.forEach((figure, number) => {
      const page = this.shown[number];
      figure.hidden = page === undefined;
      if (figure.hidden) return;
      const fresh = pictures[number], old = figure.querySelector('img');
      fresh.id = old.id;
      fresh.alt = t('page_alt', { page: page + 1 });
      old.replaceWith(fresh);
    });
    this.mark(data);
    document.querySelector('.sheets').classList.toggle('leftward', data.leftward);
    this.size();
    this.time = clock();
    this.bars(data.own);
    this.note([data.unread, data.absent].filter(Boolean).join(' '));
    if (this.was.top !== undefined && !before) this.body.scrollTo(this.was.left, this.was.top);
    else this.body.scrollTo(scrollLeft, scrollTop);
    if (moves) this.reveal(before && before !== this.shown.join());
    this.remember();
  }

  // What stands where, and what is wrong with it.
  mark({ boxes }) {
    this.shown.forEach((page, number) => {
      drawOver(this.figures[number].querySelector('svg'), boxes[page] || [], this.sizes[page], this.owner);
    });
  }

  // What is open, if no part of it is in sight; where another page was turned to, that is heard.
  reveal(isJump) {
    const now = [...document.querySelectorAll('.sheet:not([hidden]) .spot.now')].map((each) => each.getBoundingClientRect());
    const pane = this.body.getBoundingClientRect();
    if (now.length && !now.some((each) => each.bottom > pane.top + 20 && each.top < pane.bottom - 20)) {
      this.body.scrollTop += now[0].top - pane.top - 24;
    }
    if (!now.length && isJump) this.body.scrollTop = 0;
    if (isJump) hear(t('page_heard', { page: this.page + 1 }));
  }

  turn(page) {
    if (page < 0 || page >= this.sizes.length) return;
    this.page = page;
    hear(t('page_heard', { page: page + 1 }));
    this.draw();
  }

  showTwo(two) {
    this.two = two;
    localStorage.setItem('page-two', two ? 'yes' : 'no');
    $('two').setAttribute('aria-pressed', String(two));
    this.draw();
  }

  // --- bars and notes -------------------------------------------------------------------------------

  bars(own) {
    const count = this.sizes.length, pages = this.shown.map((each) => each + 1).join('-');
    $('which').textContent = t('page_of', { page: pages, count });
    $('before').disabled = this.shown[0] === 0;
    $('after').disabled = this.shown.at(-1) === count - 1;
    $('on-pages').textContent = own.length ? t('on_pages', { count: own.length }) : '';
    const held = document.activeElement.closest?.('#own-pages') ? document.activeElement.value : '';
    $('own-pages').replaceChildren(...own.map((page) => make('button', {
      type: 'button', class: 'num', value: page, 'aria-pressed': String(this.shown.includes(page)),
      'aria-label': t('page_with', { page: page + 1 }), onclick: () => this.turn(page),
    }, page + 1)));
    if (held) $('own-pages').querySelector(`[value="${held}"]`)?.focus();
  }

  // The last picture stays, and it is said why.
  stays(why) {
    this.note(this.time ? t('page_of_time', { time: this.time, why }) : why);
  }

  note(text) {
    const place = $('page-note');
    if (text && text !== place.textContent) hear(text);
    place.textContent = text;
    place.hidden = !text;
  }

  // --- zoom -----------------------------------------------------------------------------------------

  // Percent of the true size.
  percent(shown = this.shown) {
    const sizes = (shown.length ? shown : [this.page]).map((page) => this.sizes[page] || [612, 792]);
    const wide = this.body.clientWidth - PADDING - GAP * (sizes.length - 1), high = this.body.clientHeight - 28;
    const width = 75 * wide / sizes.reduce((sum, each) => sum + each[0], 0);
    if (Number(this.zoom)) return Number(this.zoom);
    if (this.zoom === 'width') return Math.max(10, width);
    if (this.zoom === 'page') return Math.max(10, Math.min(width, ...sizes.map((each) => 75 * high / each[1])));
    return Math.max(10, Math.min(width, 100));
  }

  // Pixels for a point.
  scale(shown = this.shown) {
    const scale = this.percent(shown) / 75 * devicePixelRatio;
    return Math.min(4, Math.max(0.5, scale)).toFixed(3);
  }

  size() {
    if (!this.shown.length) return;
    const percent = this.percent();
    this.shown.forEach((page, number) => {
      const picture = this.figures[number].querySelector('img'), [width, height] = this.sizes[page];
      picture.width = Math.round(width * percent / 75);
      picture.height = Math.round(height * percent / 75);
    });
    const said = Math.round(percent);
    $('zoom').textContent = `${said} %`;
    $('zoom').setAttribute('aria-label', t('zoom', { percent: said }));
    for (const button of document.querySelectorAll('[data-zoom]')) button.setAttribute('aria-pressed', String(button.dataset.zoom === this.zoom));
  }

  zoomBy(by) {
    const now = Math.round(this.percent());
    const next = by > 0 ? ZOOMS.find((each) => each > now) : ZOOMS.findLast((each) => each < now);
    if (next) this.zoomTo(String(next));
  }

  // At once, with the picture that is there; a sharper one comes after it. The middle stays in the middle.
  zoomTo(zoom) {
    const { body } = this;
    const middle = (body.scrollTop + body.clientHeight / 2) / body.scrollHeight, across = (body.scrollLeft + body.clientWidth / 2) / body.scrollWidth;
    this.zoom = zoom;
    localStorage.setItem('page-zoom', zoom);
    this.size();
    body.scrollTo(across * body.scrollWidth - body.clientWidth / 2, middle * body.scrollHeight - body.clientHeight / 2);
    this.draw();
  }

  // --- to the form and back -------------------------------------------------------------------------

  clicked(event) {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.from = { owner: link.dataset.owner, path: link.dataset.path };
    if (link.dataset.path) this.go(this.from);
    else this.open(link.dataset.owner);
  }

  // Escape, in the form that a link of the page led to, comes back to the link.
  back(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.from || !event.target.closest?.('#form')) return;
    if (!this.body.offsetParent) document.querySelector('[data-part="page"]')?.click();
    const links = this.figures.filter((each) => !each.hidden).map((each) => linkTo(each.querySelector('svg'), this.from));
    (links.find(Boolean) || this.body).focus();
    this.from = null;
    event.preventDefault();
    event.stopPropagation();
  }

  remember() {
    if (!this.shown.length) return;
    const { scrollTop: top, scrollLeft: left } = this.body;
    const { edition: { value: edition }, language: { value: language }, page, owner } = this;
    sessionStorage.setItem('page', JSON.stringify({ edition, language, page, owner, top, left }));
  }
}
