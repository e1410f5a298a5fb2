/** Everything the worker does, and nothing of what only pages need: so it starts in half the time and half the memory. */
import { apiWork } from '#channels/api/work.ts';
import { mailWork } from '#channels/mail/work.ts';
import { pushWork } from '#channels/push/work.ts';
import { accountsWork } from '#commons/accounts/work.ts';
import { actorsWork } from '#commons/actors/work.ts';
import { discussionWork } from '#commons/discussion/work.ts';
import { importWork } from '#commons/discussion-import/work.ts';
import { filesWork } from '#commons/files/work.ts';
import { hubsWork } from '#commons/hubs/work.ts';
import { journalWork } from '#commons/journal/work.ts';
import { leavingWork } from '#commons/leaving/work.ts';
import { moderationWork } from '#commons/moderation/work.ts';
import { noticesWork } from '#commons/notices/work.ts';
import { opinionMapWork } from '#commons/opinion-map/work.ts';
import { savedSearchesWork } from '#commons/saved-searches/work.ts';
import { searchWork } from '#commons/search/work.ts';
import { entriesWork } from '#functions/information/entries/work.ts';
import { eventsWork } from '#functions/information/events/work.ts';
import { homepagesWork } from '#functions/information/homepages/work.ts';
import { siteContactWork } from '#functions/information/site-contact/work.ts';
import { siteDomainsWork } from '#functions/information/site-domains/work.ts';
import { siteImportWork } from '#functions/information/site-import/work.ts';
import { stageWork } from '#functions/information/stage/work.ts';
import { answersWork } from '#functions/participation/answers/work.ts';
import { plansWork } from '#functions/participation/plans/work.ts';
import { policiesWork } from '#functions/participation/policies/work.ts';
import { proposalsWork } from '#functions/participation/proposals/work.ts';
import { reflectionWork } from '#functions/participation/reflection/work.ts';
import { roundsWork } from '#functions/participation/rounds/work.ts';
import { statementWork } from '#functions/participation/statement/work.ts';
import { circlesWork } from '#functions/registration/circles/work.ts';
import { eligibilityWork } from '#functions/registration/eligibility/work.ts';
import { groupImportWork } from '#functions/registration/group-import/work.ts';
import { groupsWork } from '#functions/registration/groups/work.ts';
import { patronageWork } from '#functions/registration/patronage/work.ts';
import { yearReportsWork } from '#functions/registration/year-reports/work.ts';
import { inFunction, type Work } from '#kernel/module.ts';
import './happenings.ts';
import './holdings.ts';

export const work: readonly Work[] = [
  hubsWork,
  accountsWork,
  leavingWork,
  actorsWork,
  mailWork,
  noticesWork,
  pushWork,
  apiWork,
  journalWork,
  moderationWork,
  discussionWork,
  opinionMapWork,
  searchWork,
  savedSearchesWork,
  importWork,
  filesWork,
  ...inFunction('participation', [
    proposalsWork,
    roundsWork,
    statementWork,
    answersWork,
    reflectionWork,
    plansWork,
    policiesWork,
  ]),
  ...inFunction('information', [
    entriesWork,
    eventsWork,
    homepagesWork,
    siteContactWork,
    siteDomainsWork,
    siteImportWork,
    stageWork,
  ]),
  ...inFunction('registration', [
    groupsWork,
    groupImportWork,
    circlesWork,
    eligibilityWork,
    yearReportsWork,
    patronageWork,
  ]),
];
