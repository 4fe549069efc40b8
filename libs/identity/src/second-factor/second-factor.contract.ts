import { IsBoolean, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsSecret, command, event, type DomainEvent } from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';
import { IsGivenPassword, IsToken, all } from '../password/rules/secrets.contract';
import { Session } from '../session/session.contract';

const longestCode = 40;

/** What an app shows, or a recovery code, with any spaces and hyphens. */
function IsCode(): PropertyDecorator {
  return all(IsString(), MaxLength(longestCode), IsSecret());
}

export class BeginSecondFactor {
  @IsGivenPassword()
  password: string;
}

/** What an app is given: as a QR code, or typed. It counts for nothing until a code of it was sent. */
export class NewSecondFactor {
  /** Base32 (RFC 4648). */
  @IsString() @IsSecret() readonly secret: string;
  /** The same as a link, `otpauth://totp/...`. */
  @IsString() @IsSecret() readonly link: string;
}

export const beginSecondFactor = command(BeginSecondFactor, {
  route: 'POST /accounts/current/second-factor',
  may: 'participate',
  summary: 'Ask for the secret of a second factor (TOTP, RFC 6238); it counts once a code of it was sent',
  reply: NewSecondFactor,
  atMostAMinute: 30,
});

export class ConfirmSecondFactor {
  @IsCode()
  code: string;
}

/** Each opens a session once, in the place of a code of the app. They are shown this once. */
export class RecoveryCodes {
  @IsString({ each: true }) @IsSecret() readonly codes: readonly string[];
}

export const confirmSecondFactor = command(ConfirmSecondFactor, {
  route: 'PUT /accounts/current/second-factor',
  may: 'participate',
  summary: 'Set the second factor up with a first code; ends all other sessions, and answers with the recovery codes',
  reply: RecoveryCodes,
  atMostAMinute: 30,
});

export class RenewRecoveryCodes extends ConfirmSecondFactor {
  @IsGivenPassword()
  password: string;
}
export const renewRecoveryCodes = command(RenewRecoveryCodes, {
  route: 'POST /accounts/current/second-factor/recovery-codes',
  may: 'participate',
  summary: 'Make new recovery codes; the old ones end',
  reply: RecoveryCodes,
  atMostAMinute: 30,
});

export class TurnOffSecondFactor extends RenewRecoveryCodes {}
export const turnOffSecondFactor = command(TurnOffSecondFactor, {
  route: 'POST /accounts/current/second-factor/removal',
  may: 'participate',
  summary: 'Do without a second factor again',
  status: 204,
  atMostAMinute: 30,
});

/** The request has no parameters. */
export class ShowSecondFactor {}

export class SecondFactorView {
  @IsBoolean() readonly isOn: boolean;
  @IsInt() readonly recoveryCodesLeft: number;
}
export const showSecondFactor = command(ShowSecondFactor, {
  route: 'GET /accounts/current/second-factor',
  may: 'participate',
  summary: 'Whether the own account has a second factor, and how many recovery codes are left',
  reply: SecondFactorView,
});

/** The session that waits for it is the one whose token the request carries. */
export class SignInWithCode extends ConfirmSecondFactor {}
export const signInWithCode = command(SignInWithCode, {
  route: 'POST /sessions/current/code',
  may: 'anyone',
  summary: 'The second step of a sign-in whose answer said `needsCode`; answers with the session under another token',
  reply: Session,
  atMostAMinute: 30,
});

export class EnterCode extends ConfirmSecondFactor {
  @IsToken()
  token: string;
}
export const enterCode = command(EnterCode, {
  may: 'anyone',
  summary: 'The second step of a sign-in, for the token of the first',
  reply: Session,
});

export class ResetSecondFactor {
  @IsUUID()
  accountId: string;
}
export const resetSecondFactor = command(ResetSecondFactor, {
  route: 'DELETE /accounts/:accountId/second-factor',
  may: 'administer',
  summary: "Take away somebody's second factor, for a person who lost it; ends all their sessions",
});

const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = 'ad000000-0000-4000-8000-000000000001';

export type SecondFactorReset = DomainEvent<'SecondFactorReset', { accountId: string; by: string }>;
export const secondFactorReset = event<SecondFactorReset>('SecondFactorReset', {
  stream: accountStreams,
  says: 'An administrator took away the second factor of the account: it signs in with its password alone until it sets up another one.',
  may: 'administer',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, by },
});
