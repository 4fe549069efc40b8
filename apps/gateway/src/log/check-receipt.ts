import { IsString, MaxLength } from 'class-validator';
import { limits } from '@isegoria/contracts';

/** What a citizen asks with a receipt: whether it is genuine, and its event in the log. */
export class CheckReceipt {
  @IsString()
  @MaxLength(limits.receiptLength)
  receipt: string;
}
