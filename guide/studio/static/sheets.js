// The sheets of the pane of the page: a picture each, and over it a drawing with what stands where. Zoom costs nothing: the
// drawing is in points of the page.

import { t } from './talk.js';

const SPACE = 'http://www.w3.org/2000/svg';
const OUT = 8 * 0.75; // points around the text of a listing
const OCTAGON = [[3, 0], [7, 0], [10, 3], [10, 7], [7, 10], [3, 10], [0, 7], [0, 3]];

const svg = (name, attributes, ...children) => {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

const rectangle = ([x0, y0, x1, y1], out = 0) => svg('rect', { x: x0 - out, y: y0 - out, width: x1 - x0 + 2 * out, height: y1 - y0 + 2 * out });

const linkOf = ({ owner, path, label, problem }, name, ...children) => svg('a', {
  class: name, href: `/guide/${encodeURIComponent(owner.slice(8))}${path ? `#w-${encodeURIComponent(path)}` : ''}`,
  'aria-label': problem || label, 'data-owner': owner, 'data-path': path, 'data-kind': problem ? 'problem' : name,
}, ...children);

// A listing: an outline where it is open, dashed under the pointer where it is not.
function spot(each, now) {
  const isNow = each.owner === now;
  const link = linkOf({ ...each, path: '', problem: '' }, isNow ? 'spot now' : 'spot', rectangle(each.box, OUT));
  if (isNow) {
    link.setAttribute('aria-current', 'true');
    link.setAttribute('aria-label', t('page_this', { label: each.label }));
  }
  return link;
}

// A number or a line of hours, which leads to its field; Tab goes from listing to listing.
function place(each) {
  const link = linkOf({ ...each, problem: '' }, 'place', rectangle(each.box, 2));
  link.setAttribute('tabindex', '-1');
  return link;
}

// What is wrong: an octagon before the line, and the line underlined.
function mark(each) {
  const [x0, y0, x1, y1] = each.box, isLine = each.what !== 'listing';
  const x = Math.max(1, x0 - 13), y = isLine ? (y0 + y1) / 2 - 5 : y0;
  const link = linkOf(each, 'mark', rectangle(isLine ? [x, y0, x1, y1] : [x, y, x + 10, y + 10], 2));
  if (isLine) link.append(svg('path', { class: 'line', d: `M${x0} ${y1 + 1}H${x1}` }));
  link.append(svg('polygon', { points: OCTAGON.map(([a, b]) => `${x + a},${y + b}`).join(' ') }),
    svg('path', { class: 'bang', d: `M${x + 4.2} ${y + 2}h1.600v4h-1.600zM${x + 4.2} ${y + 7}h1.600v1.600h-1.600z` }));
  return link;
}

// Puts over a picture what stands on its page; what had the focus keeps it.
export function drawOver(over, boxes, [width, height], now) {
  const held = over.contains(document.activeElement) ? document.activeElement.dataset : null;
  over.setAttribute('viewBox', `0 0 ${width} ${height}`);
  over.replaceChildren(
    ...boxes.filter((each) => each.what === 'listing').map((each) => spot(each, now)),
    ...boxes.filter((each) => each.what !== 'listing' && !each.problem).map(place),
    ...boxes.filter((each) => each.problem).map(mark));
  if (held) linkTo(over, held)?.focus({ preventScroll: true });
}

// The link to something on a page: to a field of it, or else to the whole.
export function linkTo(over, { owner, path = '' }) {
  const mine = [...over.querySelectorAll('a')].filter((each) => each.dataset.owner === owner);
  return mine.find((each) => each.dataset.path === path) || mine[0];
}

// A picture that is ready to be shown; null where there is none.
export async function pictureOf(address) {
  const fresh = new Image();
  fresh.src = address;
  try { await fresh.decode(); } catch { return null; }
  return fresh;
}
