/** X11: invitations to make a town, for the operator's command. */
export {
  daysFrom,
  invitationAddress,
  inviteTown,
  MOST_DAYS,
  openInvitations,
  withdrawInvitation,
} from './invitation.ts';
