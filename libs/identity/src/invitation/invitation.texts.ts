import { texts, type KeysOf } from '@isegoria/texts';

export const invitationTexts = texts({
  'invitations.title': 'Invitations',
  'invitations.lead': 'Invite somebody to a role. The person gets a link by e-mail, and holds the role once the invitation is accepted.',
  'invitations.emailHint': 'Of the person you invite. You are not told whether the address already has an account.',
  'invitations.role': 'Role',
  'invitations.language': 'Language of the message',
  'invitations.onRecord': 'Once the invitation is accepted, the role is on public record, as given by your account. The address is not.',
  'invitations.send': 'Send the invitation',
  'invitations.open': 'Not accepted yet',
  'invitations.none': 'No invitation is open.',
  'invitations.until': { text: 'role ends on {date}', comment: 'In a line of facts about an invitation to a role.' },
  'invitations.sentOn': { text: 'sent on', comment: 'Before a date.' },
  'invitations.validUntil': { text: 'valid until', comment: 'Before a date and time, until which the link of an invitation can be used.' },
  'invitations.expired': { text: 'Expired', comment: 'An invitation.' },
  'invitations.resend': 'Send again',
  'invitations.withdraw': 'Withdraw',
  'invitation.title': 'You are invited',
  'invitation.lead': {
    text: 'An administrator invites you to this role: {role} in {unit}.',
    comment: '{role} is the name of a role, {unit} that of a part of the institution.',
  },
  'invitation.until': 'The role ends on {date}.',
  'invitation.onRecord': 'Your acts in this role are on public record, with a number for your account and without your name.',
  'invitation.known': 'To accept, enter the password of your account with the address {email}.',
  'invitation.anew': 'To accept, create an account with the address {email}.',
  'invitation.accept': 'Accept the role',
  'invitation.ignore': 'If you do not want the role, close this page: nothing will change.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof invitationTexts> {}
}
