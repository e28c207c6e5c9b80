// The keys, shown by "?".

import { make, t } from './talk.js';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const COMMAND = isMac ? 'Command' : 'Ctrl', ALT = isMac ? 'Option' : 'Alt';
const KEYS = [
  [`${COMMAND}+S`, 'save'], [`${COMMAND}+Z`, 'undo'], ['/', 'find'], ['F8, Shift+F8', 'problem'], ['F6, Shift+F6', 'pane'],
  [`${ALT}+PageDown, ${ALT}+PageUp`, 'listing'], [`${ALT}+\u2191, ${ALT}+\u2193`, 'row'], [`${COMMAND}+Enter`, 'done'], ['Escape', 'leave'], ['?', 'these'],
];

export function showKeys() {
  if (document.querySelector('dialog[open]')) return;
  const back = document.activeElement;
  const rows = KEYS.map(([keys, name]) => make('div', {}, make('dt', {}, make('kbd', {}, keys)), make('dd', {}, t(`keys_${name}`))));
  const dialog = make('dialog', { class: 'all-keys', 'aria-labelledby': 'keys-title' }, make('h2', { id: 'keys-title' }, t('keys_title')), make('dl', {}, ...rows),
    make('form', { method: 'dialog', class: 'does' }, make('button', { type: 'submit', class: 'main' }, t('keys_close'))));
  dialog.addEventListener('close', () => { dialog.remove(); back?.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}

addEventListener('keydown', (event) => {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, dialog')) return;
  event.preventDefault();
  showKeys();
});
