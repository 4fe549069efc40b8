import { Controller, Inject, Req, type Type } from '@nestjs/common';
import type { Request } from 'express';
import type { CommandContract } from '@isegoria/kernel';
import { Commands } from '../request/commands';
import { Serves, named } from './serves';

/** The controller of a command: its route takes the request and sends the command to its service. */
export function commandRoute(contract: CommandContract): Type {
  @Controller()
  class CommandRoute {
    constructor(@Inject(Commands) private readonly commands: Commands) {}

    @Serves(contract)
    take(@Req() request: Request): Promise<object> {
      return this.commands.send(request, contract);
    }
  }
  return named(contract.name, CommandRoute);
}
