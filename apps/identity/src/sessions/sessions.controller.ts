import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { AuthenticateSession, Rejection, SignIn, SignOut, identityCommands } from '@isegoria/contracts';
import type { AuthenticatedSession, CommandMessage, Session } from '@isegoria/contracts';
import { Command } from '@isegoria/messaging';
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

  @MessagePattern(identityCommands.signIn)
  signIn(@Command(SignIn) { command, context }: CommandMessage<SignIn>): Promise<Session> {
    return this.signingIn.signIn(command.email, command.password, context);
  }

  /** Whoever has the token may end its session; one that ended before is ended. */
  @MessagePattern(identityCommands.signOut)
  async signOut(@Command(SignOut) { command }: CommandMessage<SignOut>): Promise<Record<string, never>> {
    await this.sessions.end(command.token);
    return {};
  }

  /** Roles and assurance as they are now, not as they were at sign-in. */
  @MessagePattern(identityCommands.authenticateSession)
  async authenticate(@Command(AuthenticateSession) { command }: CommandMessage<AuthenticateSession>): Promise<AuthenticatedSession> {
    const session = await this.sessions.find(command.token);
    if (!session) throw new Rejection('SESSION_EXPIRED');
    const account = await this.accounts.read(session.accountId);
    // One that was opened while its account was being erased.
    if (account.state.erased) throw new Rejection('SESSION_EXPIRED');
    return { actor: actorOf(account), expiresAt: session.expiresAt };
  }
}
