// X6: icons stand beside words, never instead of them. Pictures: Material Symbols by Google, Apache License 2.0,
// as packaged in @material-symbols/svg-400; read once at start-up and served by us, so that no page asks a third party.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Html } from './html.ts';
import { raw } from './raw.ts';

/** Our name of an icon → the file it is drawn from. Only what stands here is read. */
const SOURCES = {
  add: 'add',
  alert: 'error-fill',
  'arrow-right': 'arrow_forward',
  attach: 'attach_file',
  bell: 'notifications',
  book: 'menu_book',
  building: 'apartment',
  bulb: 'lightbulb',
  calendar: 'calendar_month',
  chat: 'forum',
  check: 'check',
  'check-circle': 'check_circle-fill',
  'chevron-down': 'keyboard_arrow_down',
  'chevron-left': 'chevron_left',
  'chevron-right': 'chevron_right',
  clock: 'schedule',
  close: 'close',
  copy: 'content_copy',
  data: 'table_chart',
  document: 'description',
  download: 'download',
  edit: 'edit',
  external: 'open_in_new',
  feed: 'rss_feed',
  filter: 'tune',
  flag: 'flag',
  globe: 'translate',
  group: 'groups',
  half: 'contrast',
  hand: 'front_hand',
  heart: 'favorite',
  help: 'help',
  history: 'history',
  home: 'home',
  image: 'image',
  info: 'info-fill',
  link: 'link',
  lock: 'lock',
  mail: 'mail',
  map: 'map',
  menu: 'menu',
  minus: 'remove',
  money: 'payments',
  phone: 'call',
  person: 'person',
  pin: 'location_on',
  print: 'print',
  proof: 'verified',
  question: 'contact_support',
  reply: 'reply',
  search: 'search',
  settings: 'settings',
  shop: 'storefront',
  'sign-in': 'login',
  'sign-out': 'logout',
  star: 'star',
  swap: 'swap_horiz',
  tools: 'handyman',
  trash: 'delete',
  trail: 'route',
  undo: 'undo',
  upload: 'upload',
  warning: 'warning-fill',
} as const;

/** Name of an icon that can be shown. */
export type IconName = keyof typeof SOURCES;

/** All icon names, for the gallery. */
export const ICON_NAMES = Object.keys(SOURCES) as readonly IconName[];

function symbol(name: IconName): string {
  const file = SOURCES[name];
  const path = new URL(import.meta.resolve(`@material-symbols/svg-400/outlined/${file}.svg`));
  const shapes = /<path d="[^"]+"\/>/g.exec(readFileSync(path, 'utf8'));
  if (shapes === null) throw new Error(`icon ${file} has an unknown form`);
  return `<symbol id="${name}" viewBox="0 -960 960 960">${shapes[0]}</symbol>`;
}

/** All icons in one file, which a browser fetches once: drawn into every page they were a fifth of it. */
export const ICON_SHEET = `<svg xmlns="http://www.w3.org/2000/svg">${ICON_NAMES.map(symbol).join('')}</svg>`;

/** Where the sheet is served; changes with its content. */
export const ICON_SHEET_PATH = `/assets/icons.${createHash('sha256').update(ICON_SHEET).digest('hex').slice(0, 8)}.svg`;

const ICONS = new Map<IconName, Html>(
  ICON_NAMES.map((name) => [
    name,
    raw(`<svg class="icon" width="24" height="24" aria-hidden="true"><use href="${ICON_SHEET_PATH}#${name}"/></svg>`),
  ]),
);

/** An icon, hidden from screen readers: a word stands beside it. It takes the colour of the text. */
export function icon(name: IconName): Html {
  return ICONS.get(name)!;
}
