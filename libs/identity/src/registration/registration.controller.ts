import { Controller, Inject } from '@nestjs/common';
import type { CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import type { Session } from '../session/session.contract';
import { registerAccount, type RegisterAccount } from './registration.contract';
import { Registration } from './registration.service';

@Controller()
export class RegistrationController {
  constructor(@Inject(Registration) private readonly registration: Registration) {}

  @Handles(registerAccount)
  register({ command, context }: CommandMessage<RegisterAccount>): Promise<Session> {
    return this.registration.register(command, context);
  }
}
