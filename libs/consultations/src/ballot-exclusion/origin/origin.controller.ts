import { Controller, Inject } from '@nestjs/common';
import { permitted, type CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import { Facts } from '../../facts.service';
import { showBallotOrigins, type BallotOrigins, type ShowBallotOrigins } from './origin.contract';
import { Origins } from './origins.service';

/** Where ballots came from, for the moderators of the unit. */
@Controller()
export class OriginsController {
  constructor(
    @Inject(Facts) private readonly facts: Facts,
    @Inject(Origins) private readonly origins: Origins,
  ) {}

  @Handles(showBallotOrigins)
  async show({ command, context }: CommandMessage<ShowBallotOrigins>): Promise<BallotOrigins> {
    const { activityId, voters, origin, cursor } = command;
    await this.facts.inActivity({ activityId }, async ({ consultation: { unit } }) => permitted(signedIn(context), 'moderate', unit));
    return this.origins.of(activityId, { voters: voters?.split(','), origin, cursor });
  }
}
