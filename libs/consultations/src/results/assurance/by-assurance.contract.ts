import { IsInt } from 'class-validator';

/** Verified and unverified people, always counted separately. */
export interface ByAssurance<T> {
  readonly verified: T;
  readonly unverified: T;
}
export class CountByAssurance implements ByAssurance<number> {
  @IsInt() readonly verified: number;
  @IsInt() readonly unverified: number;
}
