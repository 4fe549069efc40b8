import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { RegisterAccount, identityCommands } from '@isegoria/contracts';
import type { Accepted, CommandMessage } from '@isegoria/contracts';
import { Command } from '@isegoria/messaging';
import { Registration } from './registration';

@Controller()
export class RegistrationController {
  constructor(@Inject(Registration) private readonly registration: Registration) {}

  /** The reply is always the same, position included: a position that moves or not would tell whether the address was new. */
  @MessagePattern(identityCommands.registerAccount)
  async register(@Command(RegisterAccount) { command, context }: CommandMessage<RegisterAccount>): Promise<Pick<Accepted, 'position'>> {
    await this.registration.register(command, context);
    return { position: 0 };
  }
}
