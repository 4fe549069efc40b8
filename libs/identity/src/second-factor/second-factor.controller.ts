import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import type { Session } from '../session/session.contract';
import { SigningIn } from '../session/signing-in.service';
import { OwnSecondFactor } from './codes/own-second-factor.service';
import { SecondFactorResets } from './reset/second-factor-resets.service';
import {
  beginSecondFactor,
  confirmSecondFactor,
  enterCode,
  renewRecoveryCodes,
  resetSecondFactor,
  showSecondFactor,
  turnOffSecondFactor,
  type BeginSecondFactor,
  type ConfirmSecondFactor,
  type EnterCode,
  type NewSecondFactor,
  type RecoveryCodes,
  type RenewRecoveryCodes,
  type ResetSecondFactor,
  type SecondFactorView,
  type ShowSecondFactor,
  type TurnOffSecondFactor,
} from './second-factor.contract';

@Controller()
export class SecondFactorController {
  constructor(
    @Inject(OwnSecondFactor) private readonly own: OwnSecondFactor,
    @Inject(SecondFactorResets) private readonly resets: SecondFactorResets,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
  ) {}

  @Handles(showSecondFactor)
  show({ context }: CommandMessage<ShowSecondFactor>): Promise<SecondFactorView> {
    return this.own.show(signedIn(context).accountId);
  }

  @Handles(beginSecondFactor)
  begin({ command: { password }, context }: CommandMessage<BeginSecondFactor>): Promise<NewSecondFactor> {
    return this.own.begin(signedIn(context).accountId, password, context);
  }

  @Handles(confirmSecondFactor)
  async confirm({ command: { code }, context }: CommandMessage<ConfirmSecondFactor>): Promise<RecoveryCodes> {
    return { codes: await this.own.confirm(signedIn(context).accountId, code, context) };
  }

  @Handles(renewRecoveryCodes)
  async renew({ command, context }: CommandMessage<RenewRecoveryCodes>): Promise<RecoveryCodes> {
    return { codes: await this.own.renewCodes(signedIn(context).accountId, command, context) };
  }

  @Handles(turnOffSecondFactor)
  async turnOff({ command, context }: CommandMessage<TurnOffSecondFactor>): Promise<Record<string, never>> {
    await this.own.turnOff(signedIn(context).accountId, command, context);
    return {};
  }

  @Handles(enterCode)
  enter({ command: { token, code }, context }: CommandMessage<EnterCode>): Promise<Session> {
    return this.signingIn.enterCode(token, code, context);
  }

  @Handles(resetSecondFactor)
  reset({ command, context }: CommandMessage<ResetSecondFactor>): Promise<Accepted> {
    return this.resets.reset(command.accountId.toLowerCase(), context);
  }
}
