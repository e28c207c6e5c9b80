// The borders between the panes: dragged, or moved by arrows; how wide they were is remembered.

import { make, t } from './talk.js';

const STEP = 16, LEAST = 240, KEPT = 'panes';
const WIDEST = { list: 560, form: 960 };

export function dividers(panes) {
  const widths = kept();
  for (const name of ['list', 'form']) {
    const divider = make('div', { class: `divider ${name}-end`, role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-controls': name, 'aria-label': t(`pane_${name}`), 'aria-valuemin': LEAST, 'aria-valuemax': WIDEST[name] });
    const widthNow = () => Math.round(document.getElementById(name).getBoundingClientRect().width);
    const set = (width) => {
      widths[name] = Math.max(LEAST, Math.min(Math.round(width), WIDEST[name], innerWidth - 320));
      panes.style.setProperty(`--${name}-wide`, `${widths[name]}px`);
      say();
    };
    const say = () => divider.setAttribute('aria-valuenow', widthNow());
    const keep = () => localStorage.setItem(KEPT, JSON.stringify(widths));
    if (widths[name]) set(widths[name]);
    divider.addEventListener('keydown', (event) => {
      const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
      if (by) set(widthNow() + by);
      else if (event.key === 'Home') { panes.style.removeProperty(`--${name}-wide`); delete widths[name]; say(); }
      else return;
      event.preventDefault();
      keep();
    });
    divider.addEventListener('pointerdown', (event) => {
      divider.setPointerCapture(event.pointerId);
      event.preventDefault();
      divider.focus();
    });
    divider.addEventListener('pointermove', (event) => {
      if (divider.hasPointerCapture(event.pointerId)) set(event.clientX - document.getElementById(name).getBoundingClientRect().left);
    });
    divider.addEventListener('pointerup', keep);
    document.getElementById(name === 'list' ? 'list' : 'page').append(divider); // in a landmark; the form is made anew
    new ResizeObserver(say).observe(panes);
  }
}

function kept() {
  try { return JSON.parse(localStorage.getItem(KEPT)) || {}; } catch { return {}; }
}
