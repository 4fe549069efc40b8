import { Controller, Inject } from '@nestjs/common';
import { Rejection, type AuthenticatedSession, type CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { isStaff } from '../account/account.decider';
import { Accounts } from '../account/accounts.service';
import { CountedRoles } from '../second-factor/sign-in/counted-roles.service';
import {
  authenticateSession,
  endSession,
  signIn,
  type AuthenticateSession,
  type EndSession,
  type Session,
  type SignIn,
} from './session.contract';
import { Sessions } from './sessions.service';
import { SigningIn } from './signing-in.service';

@Controller()
export class SessionsController {
  constructor(
    @Inject(SigningIn) private readonly signingIn: SigningIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(CountedRoles) private readonly counted: CountedRoles,
  ) {}

  @Handles(signIn)
  signIn({ command, context }: CommandMessage<SignIn>): Promise<Session> {
    return this.signingIn.signIn(command.email, command.password, context);
  }

  /** Anybody who has the token may end its session; ending it again changes nothing. */
  @Handles(endSession)
  async end({ command }: CommandMessage<EndSession>): Promise<Record<string, never>> {
    await this.sessions.end(command.token);
    return {};
  }

  /** Roles and assurance as they are now, not as they were at sign-in. */
  @Handles(authenticateSession)
  async authenticate({ command }: CommandMessage<AuthenticateSession>): Promise<AuthenticatedSession> {
    const session = await this.sessions.seen(command.token);
    if (!session) throw new Rejection('SESSION_EXPIRED');
    if (session.proof === 'awaited') throw new Rejection('CODE_REQUIRED');
    const account = await this.accounts.read(session.accountId);
    // One that was opened while its account was being erased.
    if (account.state.erased) throw new Rejection('SESSION_EXPIRED');
    if (this.sessions.isOver(session, isStaff(account.state))) {
      await this.sessions.end(command.token);
      throw new Rejection('SESSION_EXPIRED');
    }
    return { actor: await this.counted.actorIn(account, session.proof), expiresAt: session.expiresAt, id: session.id };
  }
}
