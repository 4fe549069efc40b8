import { Controller, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Commands, Serves, Sessions, bearerToken, bodyOf } from '@isegoria/api-host';
import { Rejection, validated, type Accepted } from '@isegoria/kernel';
import { eraseOwnAccount } from '../erasure/erasure.contract';
import { SignInWithCode, enterCode, signInWithCode } from '../second-factor/second-factor.contract';
import { endSession, signOut, type Session } from './session.contract';

/** What ends a session: the edge forgets it together with the service, not some seconds later. */
@Controller()
export class SessionsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Serves(signOut)
  async signOut(@Req() request: Request): Promise<void> {
    const token = bearerToken(request);
    if (token === undefined) throw new Rejection('SIGN_IN_REQUIRED');
    await this.commands.sendFor(request, endSession, { token });
    this.sessions.forget(token);
  }

  @Serves(signInWithCode)
  async enterCode(@Req() request: Request): Promise<Session> {
    const { code } = validated(SignInWithCode, bodyOf(request));
    const token = bearerToken(request);
    if (token === undefined) throw new Rejection('SIGN_IN_REQUIRED');
    return this.commands.sendForToken(request, enterCode, { token, code });
  }

  @Serves(eraseOwnAccount)
  async eraseOwn(@Req() request: Request): Promise<Accepted> {
    const accepted = await this.commands.send(request, eraseOwnAccount);
    const token = bearerToken(request);
    if (token !== undefined) this.sessions.forget(token);
    return accepted;
  }
}
