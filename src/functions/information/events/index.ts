/** F1.1: what other modules may know of events. */
export { checkInPath, eventHref, eventPath } from './addresses.ts';
export { cancelEvent } from './cancel-event.ts';
export { changeEvent } from './change-event.ts';
export { createEvent } from './create-event.ts';
export { type District, districtChoices, townDistricts } from './districts.ts';
export { type EventInput, eventInput } from './event.ts';
export { eventTags, type NamedEvent } from './event-tags.ts';
export { holidays } from './holidays.ts';
export { eventPage } from './page-parts.ts';
export { type EventRow, eventById, eventsOfHost, type ListedEvent, lockedEvent, type ShownEvent } from './queries.ts';
export { checkedInByCode, type OwnRegistration, registrationOfPerson } from './registration-queries.ts';
export { mayOrganise } from './rules.ts';
export { addEventSection, addEventTab, type EventSection, type EventTab } from './tabs.ts';
export { type Field, fieldsOf } from './views/forms.ts';
export { eventItem } from './views/pieces.ts';
export { whenText } from './when.ts';
