// How two texts differ, word by word, and two changes of one text put together.

const MANY = 3000; // words that are compared; longer texts are taken as one piece

const words = (text) => text.match(/\s+|[^\s]+/g) || [];

// The stretches of `old` that another text has otherwise: [{start, end, text: [words]}], by places in the words of `old`.
function changes(old, now) {
  let first = 0, last = 0;
  while (first < old.length && first < now.length && old[first] === now[first]) first += 1;
  while (last < Math.min(old.length, now.length) - first && old.at(-1 - last) === now.at(-1 - last)) last += 1;
  const one = old.slice(first, old.length - last), other = now.slice(first, now.length - last);
  if (!one.length && !other.length) return [];
  if (one.length * other.length > MANY * MANY / 9) return [{ start: first, end: old.length - last, text: other }];
  return aligned(one, other).map((each) => ({ ...each, start: each.start + first, end: each.end + first }));
}

// The longest words in common, as steps through both lists.
function aligned(one, other) {
  const width = other.length + 1, most = new Uint16Array((one.length + 1) * width);
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      most[a * width + b] = one[a] === other[b] ? most[(a + 1) * width + b + 1] + 1
        : Math.max(most[(a + 1) * width + b], most[a * width + b + 1]);
    }
  }
  const found = [];
  let a = 0, b = 0;
  while (a < one.length || b < other.length) {
    if (a < one.length && b < other.length && one[a] === other[b]) { a += 1; b += 1; continue; }
    const piece = { start: a, end: a, text: [] };
    while ((a < one.length || b < other.length) && !(a < one.length && b < other.length && one[a] === other[b])) {
      if (b < other.length && (a === one.length || most[a * width + b + 1] >= most[(a + 1) * width + b])) { piece.text.push(other[b]); b += 1; }
      else a += 1;
    }
    found.push({ ...piece, end: a });
  }
  return found;
}

// A text in pieces, [{text, isNew}]: new is what `base` has otherwise, with the spaces between two such words.
export function marked(base, text) {
  const old = words(base), pieces = [];
  let place = 0;
  const add = (part, isNew) => {
    const said = part.join(''), last = pieces.at(-1);
    if (last?.isNew === isNew) last.text += said;
    else if (said) pieces.push({ text: said, isNew });
  };
  for (const each of changes(old, words(text))) {
    const between = old.slice(place, each.start);
    add(between, Boolean(place && each.text.length && pieces.at(-1)?.isNew && between.every((word) => /^ *$/.test(word))));
    add(each.text, true);
    place = each.end;
  }
  add(old.slice(place), false);
  return pieces;
}

// What two people made of one text, together; null where they changed the same words, or words beside each other.
export function together(base, mine, theirs) {
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs) && [...base, ...mine, ...theirs].every((each) => typeof each === 'string')) {
    return together(base.join('\n'), mine.join('\n'), theirs.join('\n'))?.split('\n') ?? null;
  }
  if (![base, mine, theirs].every((each) => typeof each === 'string')) return null;
  const old = words(base), all = [...changes(old, words(mine)), ...changes(old, words(theirs))].sort((one, other) => one.start - other.start || one.end - other.end);
  let text = '', place = 0;
  for (const [number, each] of all.entries()) {
    if (number && each.start <= place) return null;
    text += old.slice(place, each.start).join('') + each.text.join('');
    place = each.end;
  }
  return text + old.slice(place).join('');
}
