import { Controller, Inject } from '@nestjs/common';
import type { CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import type { Session } from '../session/session.contract';
import { ForgottenPasswords } from './forgotten-passwords.service';
import {
  changePassword,
  chooseNewPassword,
  requestNewPassword,
  type ChangePassword,
  type ChooseNewPassword,
  type RequestNewPassword,
} from './password.contract';
import { Passwords } from './passwords.service';

@Controller()
export class PasswordController {
  constructor(
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(ForgottenPasswords) private readonly forgotten: ForgottenPasswords,
  ) {}

  @Handles(requestNewPassword)
  async request({ command, context }: CommandMessage<RequestNewPassword>): Promise<Record<string, never>> {
    await this.forgotten.request(command, context);
    return {};
  }

  @Handles(chooseNewPassword)
  choose({ command, context }: CommandMessage<ChooseNewPassword>): Promise<Session> {
    return this.forgotten.choose(command, context);
  }

  @Handles(changePassword)
  change({ command: { password, newPassword }, context }: CommandMessage<ChangePassword>): Promise<Session> {
    return this.passwords.change(signedIn(context).accountId, password, newPassword, context);
  }
}
