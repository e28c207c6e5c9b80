// While a menu or a drawer is open the rest is inert: nothing behind it is reached, heard or covered by half.

const HEARD = '#heard, #alarm, #band, script, style';
let shut = [];

export function free() {
  for (const each of shut) each.inert = false;
  shut = [];
}

export function alone(place, keep = '') {
  free();
  const kept = keep ? `${HEARD}, ${keep}` : HEARD;
  for (let each = place; each && each !== document.body; each = each.parentElement) {
    for (const other of each.parentElement.children) {
      if (other !== each && !other.matches(kept)) shutIn(other);
    }
  }
}

// What the page is about is heard all the same.
function shutIn(place) {
  if (place.inert || place.matches('h1')) return;
  if (place.querySelector('h1')) { for (const each of place.children) shutIn(each); return; }
  place.inert = true;
  shut.push(place);
}

const MENUS = 'details.menu, details.more';
const opened = () => document.querySelector('details.menu[open], details.more[open]');

function close(menu, goesBack) {
  menu.open = false;
  free();
  if (goesBack) menu.querySelector('summary').focus();
}

// Menus shut on Escape, on a press anywhere else, and once something in them was chosen; rows are moved as often as one likes.
export function menus() {
  document.addEventListener('toggle', (event) => {
    if (!event.target.matches(MENUS)) return;
    if (event.target.open) alone(event.target);
    else if (!opened()) free();
  }, true);
  document.addEventListener('pointerdown', (event) => {
    const menu = opened();
    if (menu && !menu.contains(event.target)) close(menu, false);
  });
  document.addEventListener('click', (event) => {
    const menu = opened(), button = event.target.closest?.('button, a');
    if (menu?.contains(button) && !button.matches('[data-row-up], [data-row-down]')) close(menu, true);
  }, true);
  document.addEventListener('keydown', (event) => {
    const menu = opened();
    if (!menu || event.key !== 'Escape') return;
    close(menu, true);
    event.preventDefault();
    event.stopPropagation();
  }, true);
}
