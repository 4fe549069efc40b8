import { MaxLength } from 'class-validator';
import { IsEmailAddress, command, limits } from '@isegoria/kernel';
import { IsGivenPassword, IsNewPassword, IsToken } from '../password/rules/secrets.contract';
import { IsReturnPath } from '../return-path/return-path.contract';
import { Session } from '../session/session.contract';

/** Before the confirmation: the same address once more, or another one if it was mistyped. */
export class SendConfirmation {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsReturnPath()
  returnTo?: string;
}

export class ChangeAddress {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsGivenPassword()
  password: string;
}

export class ConfirmNewAddress {
  @IsToken()
  token: string;

  @IsGivenPassword()
  password: string;
}

/** Whoever takes an address back did not change it: somebody else knows the password. */
export class KeepOldAddress {
  @IsToken()
  token: string;

  @IsNewPassword()
  password: string;
}

export const sendConfirmation = command(SendConfirmation, {
  route: 'POST /accounts/current/confirmation-links',
  may: 'participate',
  summary: 'Send the link again that confirms the own account, also to another address; ALREADY_DONE if it is confirmed',
  status: 204,
  atMostAMinute: 20,
});

export const changeAddress = command(ChangeAddress, {
  route: 'POST /accounts/current/address-links',
  may: 'participate',
  summary: 'Ask for another address for the own account: it is confirmed by a link, and the old one is told',
  status: 204,
  atMostAMinute: 20,
});

export const confirmNewAddress = command(ConfirmNewAddress, {
  route: 'PUT /accounts/address',
  may: 'anyone',
  summary: 'Confirm the new address of an account, with the link and the password',
  atMostAMinute: 30,
});

export const keepOldAddress = command(KeepOldAddress, {
  route: 'PUT /accounts/old-address',
  may: 'anyone',
  summary: 'Keep the old address, or take it back, with the link that was sent there; chooses a new password and ends all sessions',
  reply: Session,
  atMostAMinute: 30,
});
