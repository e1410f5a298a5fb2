/** F7: what other modules may know of registered groups. */
export { groupHref, groupPath } from './addresses.ts';
export { corporateNumber } from './corporate-number.ts';
export { columnsOf, declareGroup, type NamedGroup, nameKey } from './declare.ts';
export { fieldWords } from './field-words.ts';
export { foundedDate } from './founded-date.ts';
export {
  CONTACT_ITEMS,
  type ContactItem,
  type Contacts,
  type Declaration,
  FIELDS,
  GROUP_KINDS,
  type GroupKind,
  LIMITS,
} from './group.ts';
export { keyHash, newKey } from './keys.ts';
export { crumbs, groupIn, groupPage, plainPage, typedIn } from './page-parts.ts';
export { type GroupRow, lockedGroup, type ShownGroup, shownGroup } from './queries.ts';
export { roleOf, speaksFor } from './rules.ts';
export {
  addGroupAct,
  addGroupSection,
  addGroupTab,
  type GroupAct,
  type GroupSection,
  type GroupTab,
} from './tabs.ts';
export { type Field, fieldHtml, fieldsForm } from './views/forms.ts';
export { dayText } from './views/pieces.ts';
