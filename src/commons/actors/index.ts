/** P1: what others may know of actors. */
export { type AppointMeans, appointPerson, dismissPerson, type Office } from './appoint.ts';
export { ABOUT_MAX, changeProfile } from './change-profile.ts';
export { createOrganisation, newOrganisation } from './create-organisation.ts';
export { actorData } from './linked-data.ts';
export { addProfileSection, type ProfileSection, profileSections } from './profile-sections.ts';
export { actorBadges, type ShownActor, shownActor } from './queries.ts';
export { giveRole } from './roles.ts';
export { roleIn, votingPerson } from './rules.ts';
export { actorLink, actorPath } from './views/actor-badge.ts';
export { speakAs } from './views/speak-as.ts';
export { tellsWho } from './young.ts';
export { youngWords } from './young-words.ts';
