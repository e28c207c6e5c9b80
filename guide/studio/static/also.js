// Whether a listing is also open in another tab of this browser: tabs tell each other what they show.

import { badge, t, tab } from './talk.js';

const AGAIN = 20000, GONE = 45000; // milliseconds after which a tab is asked again, and after which it is taken for closed

export class Also {
  constructor() {
    this.owner = '';
    this.others = new Map(); // {tab: [owner, when]}
    this.channel = 'BroadcastChannel' in window ? new BroadcastChannel('studio') : null;
    if (!this.channel) return;
    this.channel.addEventListener('message', ({ data }) => this.told(data));
    addEventListener('pagehide', () => this.tell('leaves'));
    setInterval(() => this.tell('asks'), AGAIN);
  }

  tell(kind) {
    this.channel?.postMessage({ kind, tab: this.own, owner: this.owner });
  }

  // A tab that was copied has the name of the other one.
  get own() {
    this.name ||= `${tab}-${Math.random().toString(36).slice(2)}`;
    return this.name;
  }

  show(owner) {
    this.owner = owner;
    this.tell('asks');
    this.draw();
  }

  told({ kind, tab: other, owner }) {
    if (other === this.own) return;
    if (kind === 'leaves') this.others.delete(other);
    else this.others.set(other, [owner, Date.now()]);
    if (kind === 'asks') this.tell('answers');
    this.draw();
  }

  draw() {
    const place = document.getElementById('also'), now = Date.now();
    const isOpen = [...this.others.values()].some(([owner, when]) => owner === this.owner && owner && now - when < GONE);
    if (place && Boolean(place.firstChild) !== isOpen) place.replaceChildren(...(isOpen ? [badge({ sign: 'tabs', words: t('also_open') })] : []));
  }
}
