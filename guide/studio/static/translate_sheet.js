// The page of the usual edition in a language, beside what is translated: the one on which the listing stands.

import { ask, t } from './talk.js';

const SCALE = 2, WAIT = 300;

export class Sheet {
  // `before`: the one that this one takes the place of.
  constructor(place, language, before = null) {
    this.place = place;
    this.language = language;
    this.isOpen = before?.isOpen || false;
    this.page = before?.language === language ? before.page : 0;
    this.owner = '';
    this.asked = 0;
    this.place.hidden = !this.isOpen;
    this.place.querySelector('#sheet-before').addEventListener('click', () => this.turn(-1));
    this.place.querySelector('#sheet-after').addEventListener('click', () => this.turn(1));
  }

  toggle() {
    this.isOpen = !this.isOpen;
    this.place.hidden = !this.isOpen;
    if (this.isOpen) this.look(true);
  }

  // Shows where something stands; nothing moves for what stands on no page.
  follow(owner) {
    if (!owner || owner === this.owner) return;
    this.owner = owner;
    if (this.isOpen) this.look(true);
  }

  // Shows the page as it is now.
  draw() {
    clearTimeout(this.timer);
    if (this.isOpen) this.timer = setTimeout(() => this.look(false), WAIT);
  }

  turn(by) {
    this.page += by;
    this.look(false);
  }

  async look(goes) {
    this.asked += 1;
    const asked = this.asked;
    const query = { language: this.language, at: this.page, owner: this.owner, moves: goes ? '1' : '' };
    const { status, data } = await ask(`/page/facts?${new URLSearchParams(query)}`);
    if (asked !== this.asked) return;
    const shown = status === 200 ? data.shown || [] : [];
    const count = shown.length ? data.sizes.reduce((sum, [pages]) => sum + pages, 0) : 0;
    [this.page] = shown.length ? shown : [0];
    const none = this.place.querySelector('#sheet-none'), picture = this.place.querySelector('#sheet-picture');
    none.textContent = count ? data.absent : data?.why || t('no_page');
    none.hidden = !none.textContent;
    const says = this.place.querySelector('#sheet-says');
    says.textContent = count ? t('page_says', { page: this.page + 1, count }) : '';
    this.place.querySelector('#sheet-before').disabled = this.page < 1;
    this.place.querySelector('#sheet-after').disabled = this.page >= count - 1;
    picture.hidden = !count;
    if (!count) return;
    picture.alt = says.textContent;
    picture.src = `/page/${this.page}.png?${new URLSearchParams({ language: this.language, scale: SCALE, drawing: data.drawing })}`;
  }
}
