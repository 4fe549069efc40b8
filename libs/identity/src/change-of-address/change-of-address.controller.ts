import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import type { Session } from '../session/session.contract';
import { AddressChanges } from './address-changes.service';
import {
  changeAddress,
  confirmNewAddress,
  keepOldAddress,
  sendConfirmation,
  type ChangeAddress,
  type ConfirmNewAddress,
  type KeepOldAddress,
  type SendConfirmation,
} from './change-of-address.contract';

@Controller()
export class ChangeOfAddressController {
  constructor(@Inject(AddressChanges) private readonly changes: AddressChanges) {}

  @Handles(sendConfirmation)
  async sendConfirmation({ command, context }: CommandMessage<SendConfirmation>): Promise<Record<string, never>> {
    await this.changes.sendConfirmation(signedIn(context).accountId, command, context);
    return {};
  }

  @Handles(changeAddress)
  async ask({ command, context }: CommandMessage<ChangeAddress>): Promise<Record<string, never>> {
    await this.changes.ask(signedIn(context).accountId, command.email, command.password, context);
    return {};
  }

  @Handles(confirmNewAddress)
  confirm({ command, context }: CommandMessage<ConfirmNewAddress>): Promise<Accepted> {
    return this.changes.confirm(command.token, command.password, context);
  }

  @Handles(keepOldAddress)
  keepOld({ command, context }: CommandMessage<KeepOldAddress>): Promise<Session> {
    return this.changes.keepOld(command.token, command.password, context);
  }
}
