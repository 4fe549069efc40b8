import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, IsUUID, MaxLength } from 'class-validator';
import { command, limits } from '@isegoria/kernel';

export class CastPollBallot {
  @IsUUID()
  consultationId: string;

  /** Option ids; one for a single-choice poll. */
  @IsArray()
  @ArrayUnique() // checked last: it compares all with all
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.optionsMax)
  @IsString({ each: true })
  @MaxLength(limits.externalIdLength, { each: true })
  options: string[];
}

export const castPollBallot = command(CastPollBallot, {
  route: 'PUT /consultations/:consultationId/ballot',
  may: 'participate',
  summary: 'Cast a ballot in a poll; the last one counts',
});
