import { Controller, Delete, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Rejection, SignIn, SignOut, identityCommands, type Session } from '@isegoria/contracts';
import { Commands } from '../request/commands';
import { AtMostAMinute } from '../request/floods';
import { Sessions, bearerToken } from '../request/sessions';

@Controller('sessions')
export class SessionsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Post()
  @AtMostAMinute(30)
  signIn(@Req() request: Request): Promise<Session> {
    return this.commands.send(request, identityCommands.signIn, SignIn);
  }

  @Delete('current')
  @HttpCode(204)
  async signOut(@Req() request: Request): Promise<void> {
    const token = bearerToken(request);
    if (token === undefined) throw new Rejection('SIGN_IN_REQUIRED');
    await this.commands.send(request, identityCommands.signOut, SignOut, { token });
    this.sessions.forget(token);
  }
}
