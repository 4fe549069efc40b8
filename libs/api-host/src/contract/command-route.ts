import { Controller, Inject, Req, Res, type Type } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { CommandContract } from '@isegoria/kernel';
import { Commands } from '../request/commands';
import { entityTagOf, hasVersion } from '../request/versions';
import { Serves, named } from './serves';

/** The controller of a command: its route takes the request and sends the command to its service. */
export function commandRoute(contract: CommandContract): Type {
  const isVersioned = contract.route?.method === 'GET' && hasVersion(contract.reply);

  @Controller()
  class CommandRoute {
    constructor(@Inject(Commands) private readonly commands: Commands) {}

    @Serves(contract)
    async take(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object> {
      const reply = await this.commands.send(request, contract);
      if (isVersioned) response.setHeader('ETag', entityTagOf(reply as { version: number }));
      return reply;
    }
  }
  return named(contract.name, CommandRoute);
}
