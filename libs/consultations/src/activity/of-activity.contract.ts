import { IsUUID } from 'class-validator';

/** An activity, named by the path. */
export class OfActivity {
  @IsUUID() activityId: string;
}
