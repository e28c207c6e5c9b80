// What whoever sits here has chosen for the studio: in cookies, which all guides on this computer share (see own.py).

const START = 'studio_', DAYS = 400;

export function own(name) {
  const found = document.cookie.split('; ').find((each) => each.startsWith(`${START}${name}=`));
  try {
    return found ? decodeURIComponent(found.slice(found.indexOf('=') + 1)) : '';
  } catch {
    return '';
  }
}

export function keep(name, value) {
  document.cookie = `${START}${name}=${encodeURIComponent(value)}; path=/; max-age=${DAYS * 86400}; samesite=strict`;
}
