import { IsInt } from 'class-validator';

/** Verified and unverified people, never mixed without being told apart. */
export interface ByAssurance<T> {
  readonly verified: T;
  readonly unverified: T;
}
export class CountByAssurance implements ByAssurance<number> {
  @IsInt() readonly verified: number;
  @IsInt() readonly unverified: number;
}
