// Rows of the list are moved: by Alt and an arrow, by dragging, by Move to...

import { ask, hear, question, t } from './talk.js';

export const idOf = (owner) => owner.replace(/^\w+\//, '');
const EDGE = 56, STEP = 16, BEAT = 30; // pixels at which a dragged row scrolls the list, by how many, and milliseconds

// The row behind which one stands now, "" for the first.
const before = (rows, owner) => rows[rows.findIndex((row) => row.owner === owner) - 1]?.owner || '';

export class Moving {
  constructor(list, refresh, refused) {
    this.list = list;
    this.refresh = refresh;
    this.refused = refused;
    this.turns = Promise.resolve();
  }

  // Puts a listing behind another one of a section, "" for first.
  async move(owner, section, behind) {
    const { status, data } = await ask('/api/move', { owner, section: idOf(section), after: behind ? idOf(behind) : '' });
    if (status !== 200) { this.refused(data); return; }
    this.list.unfolded.add(section);
    await this.refresh();
    const own = this.list.of(section), place = own.findIndex((row) => row.owner === owner);
    hear(t('moved_to', { name: own[place]?.name || '', place: place + 1, count: own.length, section: this.list.row(section)?.name || '' }));
    this.list.sight.reveal(this.list.active);
  }

  // Puts a section behind another one, "" for first.
  async moveSection(owner, behind) {
    const { status, data } = await ask('/api/section/move', { owner, after: behind ? idOf(behind) : '' });
    if (status !== 200) { this.refused(data); return; }
    await this.refresh();
    const sections = this.sections(), place = sections.findIndex((row) => row.owner === owner);
    hear(t('section_moved', { name: sections[place]?.name || '', place: place + 1, count: sections.length }));
    this.list.sight.reveal(this.list.active);
  }

  sections() {
    return this.list.rows.filter((row) => row.isSection);
  }

  shiftSection(row, by) {
    const rest = this.sections().filter((each) => each !== row), place = this.sections().indexOf(row) + by;
    if (place >= 0 && place <= rest.length) return this.moveSection(row.owner, place ? rest[place - 1].owner : '');
    hear(t('no_further'));
    return null;
  }

  // Moves a row by one place, a listing over the border of its section too; one after the other, from where it stands then.
  shift({ owner }, by) {
    this.turns = this.turns.then(() => this.shiftNow(this.list.row(owner), by)).catch((error) => console.error(error));
  }

  shiftNow(row, by) {
    if (!row) return null;
    if (row.isSection) return this.shiftSection(row, by);
    const own = this.list.of(row.section), place = own.indexOf(row) + by;
    if (place >= 0 && place < own.length) {
      const behind = by > 0 ? own[place] : own[place - 1];
      return this.move(row.owner, row.section, behind ? behind.owner : '');
    }
    const sections = this.sections();
    const next = sections[sections.findIndex((each) => each.owner === row.section) + by];
    if (next) return this.move(row.owner, next.owner, by > 0 ? '' : this.list.of(next.owner).at(-1)?.owner || '');
    hear(t('no_further'));
    return null;
  }

  // Asks where to.
  async ask(owner) {
    if (owner.startsWith('section/')) { await this.askSection(owner); return; }
    const sections = this.sections(), here = this.list.row(owner)?.section;
    const choices = (section) => [['', t('move_first')], ...this.list.of(section).filter((row) => row.owner !== owner).map((row) => [row.owner, row.name])];
    const asked = question(t('move_title'), t('move_yes'), [['section', t('move_section'), []], ['after', t('move_after'), []]]);
    const behind = (section) => asked.set('after', choices(section), section === here ? before(this.list.of(here), owner) : '');
    asked.set('section', sections.map((row) => [row.owner, row.name]), here);
    behind(here);
    asked.on('section', () => behind(asked.get('section')));
    const answers = await asked.answer;
    if (answers) await this.move(owner, answers.section, answers.after);
  }

  async askSection(owner) {
    const others = this.sections().filter((row) => row.owner !== owner).map((row) => [row.owner, row.name]);
    const asked = question(t('move_title'), t('move_yes'), [['after', t('move_after'), []]]);
    asked.set('after', [['', t('move_first')], ...others], before(this.sections(), owner));
    const answers = await asked.answer;
    if (answers) await this.moveSection(owner, answers.after);
  }

  // --- dragging: near an edge of the list it scrolls, to rows that are out of sight ---

  drags() {
    const { tree } = this.list, { pane } = this.list.sight;
    tree.addEventListener('dragstart', (event) => this.begin(event));
    tree.addEventListener('dragend', () => this.end());
    pane.addEventListener('dragover', (event) => this.over(event));
    pane.addEventListener('dragleave', () => this.scrolls(0));
    tree.addEventListener('drop', (event) => this.drop(event));
  }

  begin(event) {
    this.dragged = event.target.closest('[data-owner]')?.dataset.owner || '';
    this.list.sight.keep('dragged', this.dragged);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
  }

  end() {
    this.dragged = '';
    this.list.sight.keep('dragged', '');
    this.scrolls(0);
    this.mark(null);
  }

  over(event) {
    if (!this.dragged) return;
    const { pane } = this.list.sight, box = pane.getBoundingClientRect();
    this.scrolls(event.clientY < box.top + EDGE ? -1 : event.clientY > box.bottom - EDGE ? 1 : 0);
    const over = event.target.closest('[role="treeitem"]');
    this.mark(over);
    if (over) event.preventDefault();
  }

  scrolls(way) {
    if (way === this.way) return;
    this.way = way;
    clearInterval(this.timer);
    if (way) this.timer = setInterval(() => this.list.sight.scrollBy(way * STEP), BEAT);
  }

  mark(row) {
    for (const each of this.list.tree.querySelectorAll('.drop')) if (each !== row) each.classList.remove('drop');
    row?.classList.add('drop');
  }

  drop(event) {
    event.preventDefault();
    const { dragged } = this, over = event.target.closest('[role="treeitem"]')?.dataset.owner;
    this.end();
    const row = over && this.list.row(over);
    if (!dragged || !row?.section || over === dragged) return;
    if (!this.list.isWhole) { hear(t('only_printed')); return; }
    if (dragged.startsWith('section/')) {
      if (row.section !== dragged) this.moveSection(dragged, row.section);
    } else this.move(dragged, row.section, row.isSection ? '' : over);
  }
}
