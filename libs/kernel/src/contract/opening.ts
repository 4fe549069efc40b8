import { IsString, IsUUID } from 'class-validator';
import type { Actor } from '../command-context';
import { rootUnit } from '../unit';
import { OrNull } from './fields';
import { unitsWhere } from './may';
import { PageRequest } from './page';

/**
 * What opens a citizen's words: with them it proves the commitment in the leaf. For auditors alone, since whoever keeps it can prove the
 * words for ever, also once they were erased.
 */
export class OpeningView {
  /** Of the statement, comment or question. */
  @IsUUID() readonly id: string;
  /** SHA-256 over the opening and the words as a JSON string (RFC 8785), in hex; null for plain words. */
  @OrNull() @IsString() readonly commitment: string | null;
  /** 32 bytes in hex; null for plain words, and for those whose author was erased. */
  @OrNull() @IsString() readonly opening: string | null;
}

export class ListOpenings extends PageRequest {}

/** Whether somebody audits the whole site: openings are of every unit. */
export function auditsAll(reader: Actor | undefined): boolean {
  return unitsWhere(reader, 'audit').includes(rootUnit);
}
