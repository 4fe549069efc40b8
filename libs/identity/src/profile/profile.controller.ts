import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import { changeProfile, type ChangeProfile } from './profile.contract';
import { ProfileChanges } from './profile-changes.service';

@Controller()
export class ProfileController {
  constructor(@Inject(ProfileChanges) private readonly changes: ProfileChanges) {}

  @Handles(changeProfile)
  change({ command: { name, language, timeZone }, context }: CommandMessage<ChangeProfile>): Promise<Accepted> {
    return this.changes.change(signedIn(context).accountId, { name, language, timeZone }, context);
  }
}
