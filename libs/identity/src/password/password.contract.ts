import { MaxLength } from 'class-validator';
import { IsEmailAddress, command, limits } from '@isegoria/kernel';
import { IsReturnPath } from '../return-path/return-path.contract';
import { IsGivenPassword, IsNewPassword, IsToken } from './rules/secrets.contract';
import { Session } from '../session/session.contract';

export class RequestNewPassword {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsReturnPath()
  returnTo?: string;
}

export class ChooseNewPassword {
  @IsToken()
  token: string;

  @IsNewPassword()
  password: string;
}

export class ChangePassword {
  @IsGivenPassword()
  password: string;

  @IsNewPassword()
  newPassword: string;
}

export const requestNewPassword = command(RequestNewPassword, {
  route: 'POST /accounts/password-links',
  may: 'anyone',
  summary: 'Ask for a link by which a forgotten password is replaced; the same whether or not the address is known',
  status: 204,
  atMostAMinute: 20,
});

export const chooseNewPassword = command(ChooseNewPassword, {
  route: 'PUT /accounts/password',
  may: 'anyone',
  summary: 'Replace a forgotten password, with the link; ends all sessions of the account',
  reply: Session,
  atMostAMinute: 30,
});

export const changePassword = command(ChangePassword, {
  route: 'PUT /accounts/current/password',
  may: 'participate',
  summary: 'Change the own password; ends all other sessions',
  reply: Session,
  atMostAMinute: 30,
});
