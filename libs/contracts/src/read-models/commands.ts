import { IsUUID, Matches, MaxLength } from 'class-validator';
import { limits } from '../limits';
import { IsPlainText } from '../plain-text';

/** Leaves out of a group the event at which it stopped. */
export class SkipEvent {
  @Matches(/^[a-z-]{1,40}$/)
  group: string;

  @IsUUID()
  eventId: string;

  /** Public. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

/** NATS subjects of the projector. */
export const readModelsCommands = {
  skipEvent: 'projector.skip-event',
} as const;
