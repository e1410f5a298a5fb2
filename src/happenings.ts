/** X3, X8: what all modules say of their public events. Web and worker read it; it brings no routes and no pages. */
import { mailHappenings } from '#channels/mail/happenings.ts';
import { actorsHappenings } from '#commons/actors/happenings.ts';
import { discussionHappenings } from '#commons/discussion/happenings.ts';
import { importHappenings } from '#commons/discussion-import/happenings.ts';
import { setHappenings } from '#commons/happenings/index.ts';
import { hubsHappenings } from '#commons/hubs/happenings.ts';
import { moderationHappenings } from '#commons/moderation/happenings.ts';
import { paperHappenings } from '#commons/paper/happenings.ts';
import { savedSearchesHappenings } from '#commons/saved-searches/happenings.ts';
import { entriesHappenings } from '#functions/information/entries/happenings.ts';
import { eventsHappenings } from '#functions/information/events/happenings.ts';
import { homepagesHappenings } from '#functions/information/homepages/happenings.ts';
import { siteContactHappenings } from '#functions/information/site-contact/happenings.ts';
import { siteDomainsHappenings } from '#functions/information/site-domains/happenings.ts';
import { siteImportHappenings } from '#functions/information/site-import/happenings.ts';
import { stageHappenings } from '#functions/information/stage/happenings.ts';
import { answersHappenings } from '#functions/participation/answers/happenings.ts';
import { committeesHappenings } from '#functions/participation/committees/happenings.ts';
import { documentsHappenings } from '#functions/participation/documents/happenings.ts';
import { meetingsHappenings } from '#functions/participation/meetings/happenings.ts';
import { panelsHappenings } from '#functions/participation/panels/happenings.ts';
import { plansHappenings } from '#functions/participation/plans/happenings.ts';
import { policiesHappenings } from '#functions/participation/policies/happenings.ts';
import { proposalsHappenings } from '#functions/participation/proposals/happenings.ts';
import { reflectionHappenings } from '#functions/participation/reflection/happenings.ts';
import { roundsHappenings } from '#functions/participation/rounds/happenings.ts';
import { statementHappenings } from '#functions/participation/statement/happenings.ts';
import { circlesHappenings } from '#functions/registration/circles/happenings.ts';
import { eligibilityHappenings } from '#functions/registration/eligibility/happenings.ts';
import { groupImportHappenings } from '#functions/registration/group-import/happenings.ts';
import { groupsHappenings } from '#functions/registration/groups/happenings.ts';
import { patronageHappenings } from '#functions/registration/patronage/happenings.ts';
import { tiesHappenings } from '#functions/registration/ties/happenings.ts';
import { yearReportsHappenings } from '#functions/registration/year-reports/happenings.ts';
import type { Happenings } from '#kernel/module.ts';

export const happenings: readonly Happenings[] = [
  proposalsHappenings,
  discussionHappenings,
  moderationHappenings,
  paperHappenings,
  roundsHappenings,
  statementHappenings,
  documentsHappenings,
  meetingsHappenings,
  answersHappenings,
  reflectionHappenings,
  policiesHappenings,
  plansHappenings,
  panelsHappenings,
  committeesHappenings,
  groupsHappenings,
  tiesHappenings,
  circlesHappenings,
  groupImportHappenings,
  homepagesHappenings,
  stageHappenings,
  eligibilityHappenings,
  yearReportsHappenings,
  patronageHappenings,
  entriesHappenings,
  savedSearchesHappenings,
  eventsHappenings,
  siteContactHappenings,
  siteDomainsHappenings,
  siteImportHappenings,
  importHappenings,
  actorsHappenings,
  mailHappenings,
  hubsHappenings,
];

setHappenings(happenings);
