import { IsBoolean, IsISO8601, IsInt, IsString, MaxLength } from 'class-validator';
import { IsEmailAddress, IsSecret, Nested, OrAbsent, command, limits, type AuthenticatedSession } from '@isegoria/kernel';
import { IsGivenPassword, IsToken } from '../password/rules/secrets.contract';
import { AccountView } from '../account/account.contract';

export class SignIn {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsGivenPassword()
  password: string;
}

/** The session that ends is the one whose token the request carries. */
export class SignOut {}

/** The session that ends is named by its token, which only its holder has. */
export class EndSession {
  @IsToken()
  token: string;
}

export class AuthenticateSession extends EndSession {}

/** The reply to a sign-in, and to what ends in one: an opaque token, shown once. */
export class Session {
  @IsString() @IsSecret() readonly token: string;
  @IsISO8601() readonly expiresAt: string;
  @Nested(() => AccountView) readonly account: AccountView;
  /** Set where the account has a second factor: the token opens nothing but the second step, and `account` says nothing of the person. */
  @OrAbsent() @IsBoolean() readonly needsCode?: true;
  /** Set while the account is suspended: what its holder is told first. */
  @OrAbsent() @IsISO8601() readonly suspendedUntil?: string;
  /** Where the log has the account as it is here. */
  @IsInt() readonly position: number;
}

export const signIn = command(SignIn, {
  route: 'POST /sessions',
  may: 'anyone',
  summary: 'Sign in with a confirmed address and the password',
  reply: Session,
  atMostAMinute: 30,
});

export const signOut = command(SignOut, { route: 'DELETE /sessions/current', may: 'participate', summary: 'Sign out', status: 204 });
export const endSession = command(EndSession, { may: 'anyone', summary: 'End the session of a token' });

/** Asks whose session a token opens. */
export const authenticateSession = command<AuthenticateSession, AuthenticatedSession>(AuthenticateSession, {
  may: 'anyone',
  summary: 'Whose session it is',
});
