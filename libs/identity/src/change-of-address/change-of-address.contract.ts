import { IsString, MaxLength, MinLength } from 'class-validator';
import { IsEmailAddress, IsPlainText, IsSecret, command, limits } from '@isegoria/kernel';
import { Session } from '../session/session.contract';

/** Before the confirmation: the same address once more, or another one if it was mistyped. */
export class SendConfirmation {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;
}

export class ChangeAddress {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsString()
  @MaxLength(limits.passwordMaxLength)
  @IsSecret()
  password: string;
}

export class ConfirmNewAddress {
  @IsString()
  @MaxLength(200)
  @IsSecret()
  token: string;

  @IsString()
  @MaxLength(limits.passwordMaxLength)
  @IsSecret()
  password: string;
}

/** Whoever takes an address back did not change it: somebody else knows the password. */
export class KeepOldAddress {
  @IsString()
  @MaxLength(200)
  @IsSecret()
  token: string;

  @IsPlainText()
  @MinLength(limits.passwordMinLength)
  @MaxLength(limits.passwordMaxLength)
  @IsSecret()
  password: string;
}

export const sendConfirmation = command(SendConfirmation, {
  route: 'POST /accounts/current/confirmation-links',
  may: 'participate',
  summary: 'Send the link once more that confirms the own account, also to another address; ALREADY_DONE if it is confirmed',
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
