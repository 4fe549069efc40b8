import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import {
  liftSuspension,
  suspendAccount,
  suspendAuthor,
  type LiftSuspension,
  type SuspendAccount,
  type SuspendAuthor,
} from './suspension.contract';
import {
  appealSuspension,
  decideSuspensionAppeal,
  type AppealSuspension,
  type DecideSuspensionAppeal,
} from './appeal/suspension-appeal.contract';
import { SuspensionAppeals } from './appeal/suspension-appeals.service';
import { Suspensions } from './suspensions.service';

@Controller()
export class SuspensionController {
  constructor(
    @Inject(Suspensions) private readonly suspensions: Suspensions,
    @Inject(SuspensionAppeals) private readonly appeals: SuspensionAppeals,
  ) {}

  @Handles(suspendAccount)
  suspend({ command, context }: CommandMessage<SuspendAccount>): Promise<Accepted> {
    return this.suspensions.suspendAccount(command, context);
  }

  @Handles(suspendAuthor)
  suspendAuthor({ command, context }: CommandMessage<SuspendAuthor>): Promise<Accepted> {
    return this.suspensions.suspendAuthor(command, context);
  }

  @Handles(liftSuspension)
  lift({ command, context }: CommandMessage<LiftSuspension>): Promise<Accepted> {
    return this.suspensions.lift(command, context);
  }

  @Handles(appealSuspension)
  appeal({ command, context }: CommandMessage<AppealSuspension>): Promise<Accepted> {
    return this.appeals.make(command, context);
  }

  @Handles(decideSuspensionAppeal)
  decideAppeal({ command, context }: CommandMessage<DecideSuspensionAppeal>): Promise<Accepted> {
    return this.appeals.decide(command, context);
  }
}
