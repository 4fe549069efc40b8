import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { registerAccount, type RegisterAccount } from './registration.contract';
import { Registration } from './registration.service';

@Controller()
export class RegistrationController {
  constructor(@Inject(Registration) private readonly registration: Registration) {}

  /** The reply is always the same, position included: otherwise the position would show whether the address was new. */
  @Handles(registerAccount)
  async register({ command, context }: CommandMessage<RegisterAccount>): Promise<Pick<Accepted, 'position'>> {
    await this.registration.register(command, context);
    return { position: 0 };
  }
}
