/** Every module of the house. What isn't listed here isn't served. */

import { openApi } from '#channels/api/index.ts';
import { api } from '#channels/api/module.ts';
import { calendar } from '#channels/calendar/module.ts';
import { mail } from '#channels/mail/module.ts';
import { openOpenData } from '#channels/open-data/index.ts';
import { openData } from '#channels/open-data/module.ts';
import { push } from '#channels/push/module.ts';
import { accounts } from '#commons/accounts/module.ts';
import { actors } from '#commons/actors/module.ts';
import { correspondence } from '#commons/correspondence/module.ts';
import { discussion } from '#commons/discussion/module.ts';
import { discussionExport } from '#commons/discussion-export/module.ts';
import { discussionImport } from '#commons/discussion-import/module.ts';
import { files } from '#commons/files/module.ts';
import { hubs } from '#commons/hubs/module.ts';
import { journal } from '#commons/journal/module.ts';
import { leaving } from '#commons/leaving/module.ts';
import { moderation } from '#commons/moderation/module.ts';
import { newTowns } from '#commons/new-towns/module.ts';
import { notices } from '#commons/notices/module.ts';
import { opinionMap } from '#commons/opinion-map/module.ts';
import { paper } from '#commons/paper/module.ts';
import { programs } from '#commons/programs/module.ts';
import { savedSearches } from '#commons/saved-searches/module.ts';
import { search } from '#commons/search/module.ts';
import { activityDatabase } from '#functions/information/activity-database/module.ts';
import { entries } from '#functions/information/entries/module.ts';
import { events } from '#functions/information/events/module.ts';
import { homepages } from '#functions/information/homepages/module.ts';
import { siteContact } from '#functions/information/site-contact/module.ts';
import { siteDomains } from '#functions/information/site-domains/module.ts';
import { siteExport } from '#functions/information/site-export/module.ts';
import { siteImport } from '#functions/information/site-import/module.ts';
import { siteVisits } from '#functions/information/site-visits/module.ts';
import { stage } from '#functions/information/stage/module.ts';
import { answers } from '#functions/participation/answers/module.ts';
import { committees } from '#functions/participation/committees/module.ts';
import { documents } from '#functions/participation/documents/module.ts';
import { meetings } from '#functions/participation/meetings/module.ts';
import { overview } from '#functions/participation/overview/module.ts';
import { panels } from '#functions/participation/panels/module.ts';
import { plans } from '#functions/participation/plans/module.ts';
import { policies } from '#functions/participation/policies/module.ts';
import { proposals } from '#functions/participation/proposals/module.ts';
import { reflection } from '#functions/participation/reflection/module.ts';
import { rounds } from '#functions/participation/rounds/module.ts';
import { statement } from '#functions/participation/statement/module.ts';
import { trail } from '#functions/participation/trail/module.ts';
import { circles } from '#functions/registration/circles/module.ts';
import { eligibility } from '#functions/registration/eligibility/module.ts';
import { groupImports } from '#functions/registration/group-import/module.ts';
import { groups } from '#functions/registration/groups/module.ts';
import { patronage } from '#functions/registration/patronage/module.ts';
import { ties } from '#functions/registration/ties/module.ts';
import { yearReports } from '#functions/registration/year-reports/module.ts';
import { inFunction, type Module } from '#kernel/module.ts';
import './happenings.ts';
import './holdings.ts';

export const modules: readonly Module[] = [
  hubs,
  accounts,
  newTowns,
  leaving,
  actors,
  mail,
  calendar,
  push,
  programs,
  api,
  openData,
  notices,
  journal,
  moderation,
  correspondence,
  discussion,
  discussionImport,
  discussionExport,
  opinionMap,
  search,
  savedSearches,
  paper,
  files,
  overview,
  ...inFunction('participation', [
    rounds,
    proposals,
    statement,
    documents,
    answers,
    reflection,
    policies,
    trail,
    plans,
    panels,
    committees,
    meetings,
  ]),
  ...inFunction('information', [
    activityDatabase,
    entries,
    events,
    homepages,
    siteContact,
    siteDomains,
    siteExport,
    siteImport,
    siteVisits,
    stage,
  ]),
  ...inFunction('registration', [groups, ties, circles, groupImports, eligibility, yearReports, patronage]),
];

openApi(modules);
openOpenData(modules);
