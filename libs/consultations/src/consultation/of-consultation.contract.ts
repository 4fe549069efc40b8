import { IsUUID } from 'class-validator';

/** A consultation, named by the path. */
export class OfConsultation {
  @IsUUID() consultationId: string;
}
