import { Controller, Inject } from '@nestjs/common';
import {
  Rejection,
  authenticateSession,
  signIn,
  endSession,
  type AuthenticateSession,
  type AuthenticatedSession,
  type CommandMessage,
  type Session,
  type SignIn,
  type EndSession,
} from '@isegoria/contracts';
import { Handles } from '@isegoria/messaging';
import { Accounts, actorOf } from '../account/accounts';
import { Sessions } from './sessions';
import { SigningIn } from './signing-in';

@Controller()
export class SessionsController {
  constructor(
    @Inject(SigningIn) private readonly signingIn: SigningIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  @Handles(signIn)
  signIn({ command, context }: CommandMessage<SignIn>): Promise<Session> {
    return this.signingIn.signIn(command.email, command.password, context);
  }

  /** Whoever has the token may end its session; one that ended before is ended. */
  @Handles(endSession)
  async end({ command }: CommandMessage<EndSession>): Promise<Record<string, never>> {
    await this.sessions.end(command.token);
    return {};
  }

  /** Roles and assurance as they are now, not as they were at sign-in. */
  @Handles(authenticateSession)
  async authenticate({ command }: CommandMessage<AuthenticateSession>): Promise<AuthenticatedSession> {
    const session = await this.sessions.find(command.token);
    if (!session) throw new Rejection('SESSION_EXPIRED');
    const account = await this.accounts.read(session.accountId);
    // One that was opened while its account was being erased.
    if (account.state.erased) throw new Rejection('SESSION_EXPIRED');
    return { actor: actorOf(account), expiresAt: session.expiresAt };
  }
}
