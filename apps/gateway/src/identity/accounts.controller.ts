import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import {
  ConfirmEmail,
  EraseAccount,
  EraseOwnAccount,
  GrantRole,
  ImportAccounts,
  RegisterAccount,
  Rejection,
  RevokeRole,
  identityCommands,
  type Accepted,
  type AccountView,
  type Actor,
  type ImportedAccounts,
} from '@isegoria/contracts';
import { SubjectKeys } from '@isegoria/privacy';
import { accountById, accountList } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { Reader, readerWithRole, signedInReader } from '../request/actor';
import { Commands } from '../request/commands';
import { AtMostAMinute } from '../request/floods';
import { accountId } from '../request/path-id';
import { pageOf } from '../request/query';
import { Sessions, bearerToken } from '../request/sessions';

/** How long the row of a new account may take (milliseconds). */
const rowWithin = 5_000;

@Reads('identity')
@Controller()
export class AccountsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** The answer is the same whether or not the address is known, so that nobody learns who has an account. */
  @Post('accounts')
  @HttpCode(202)
  @AtMostAMinute(20)
  async register(@Req() request: Request): Promise<{ position: number }> {
    const { position } = await this.commands.send(request, identityCommands.registerAccount, RegisterAccount);
    return { position };
  }

  @Post('accounts/confirmations')
  @HttpCode(200)
  @AtMostAMinute(30)
  confirm(@Req() request: Request): Promise<Accepted> {
    return this.commands.send(request, identityCommands.confirmEmail, ConfirmEmail);
  }

  @Get('me')
  async me(@Reader() reader: Actor | undefined): Promise<AccountView> {
    return this.accountOf(signedInReader(reader));
  }

  /** Whoever has a session has an account: right after a registration its row is only a moment away. */
  private async accountOf({ accountId }: Actor): Promise<AccountView> {
    for (const deadline = Date.now() + rowWithin; Date.now() < deadline; await pause(50)) {
      const account = await accountById(this.dataSource, this.keys, accountId);
      if (account) return account;
    }
    throw new Rejection('UNAVAILABLE');
  }

  @Get('accounts')
  list(@Req() request: Request, @Reader() reader: Actor | undefined) {
    readerWithRole(reader, ['administrator']);
    return accountList(this.dataSource, this.keys, { page: pageOf(request) });
  }

  /** Ends every session of the account, so that a repeat of the request is answered with SESSION_EXPIRED. */
  @Post('accounts/current/erasure')
  @HttpCode(200)
  @AtMostAMinute(30)
  async eraseOwn(@Req() request: Request): Promise<Accepted> {
    const accepted = await this.commands.send(request, identityCommands.eraseOwnAccount, EraseOwnAccount);
    const token = bearerToken(request);
    if (token !== undefined) this.sessions.forget(token);
    return accepted;
  }

  @Post('accounts/:accountId/erasure')
  @HttpCode(200)
  erase(@Req() request: Request, @Param('accountId', accountId) id: string): Promise<Accepted> {
    return this.commands.send(request, identityCommands.eraseAccount, EraseAccount, { accountId: id });
  }

  @Put('accounts/:accountId/roles/:role')
  grant(@Req() request: Request, @Param('accountId', accountId) id: string, @Param('role') role: string): Promise<Accepted> {
    return this.commands.send(request, identityCommands.grantRole, GrantRole, { accountId: id, role });
  }

  @Delete('accounts/:accountId/roles/:role')
  revoke(@Req() request: Request, @Param('accountId', accountId) id: string, @Param('role') role: string): Promise<Accepted> {
    return this.commands.send(request, identityCommands.revokeRole, RevokeRole, { accountId: id, role });
  }

  @Post('imports/accounts')
  @HttpCode(200)
  import(@Req() request: Request): Promise<ImportedAccounts> {
    return this.commands.send(request, identityCommands.importAccounts, ImportAccounts);
  }
}
