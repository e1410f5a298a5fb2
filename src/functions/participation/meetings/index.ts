/** F9.2: what other modules may know of meetings in a hall. */
export { meetingPath } from './addresses.ts';
export { callMeeting } from './call-meeting.ts';
export { cancelMeeting } from './cancel-meeting.ts';
export { meetingInput } from './meeting.ts';
export { NATIONAL_EVENT_COLUMNS } from './national-words.ts';
export { type ListedMeeting, listedMeetings } from './queries.ts';
export { meetingsOnDebate, meetingsOnDebates, meetingsOnRound, nextMeetings } from './sections.ts';
