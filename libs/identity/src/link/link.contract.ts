import { IsIn, IsISO8601, IsString } from 'class-validator';
import { OrAbsent, command } from '@isegoria/kernel';
import { IsToken } from '../password/rules/secrets.contract';

/** What a link in a mail is for. */
export const linkPurposes = ['confirmation', 'password', 'address', 'undo'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** `open` can be used; `overtaken` came to nothing because the address has an account by now. */
export const linkStates = ['open', 'used', 'replaced', 'overtaken', 'expired', 'unknown'] as const;
export type LinkState = (typeof linkStates)[number];

export class ShowLink {
  @IsToken()
  token: string;
}

/** What is true of a link, for the person who has it. */
export class LinkView {
  @IsIn(linkStates) readonly state: LinkState;
  /** Absent for a link that is not known (any more). */
  @OrAbsent() @IsIn(linkPurposes) readonly purpose?: LinkPurpose;
  @OrAbsent() @IsISO8601() readonly askedAt?: string;
  /** While it is open: the address that it is about, and the name that was given with it. */
  @OrAbsent() @IsString() readonly email?: string;
  @OrAbsent() @IsString() readonly name?: string;
}

/** A POST, so that the token stands in no address that somebody keeps. It changes nothing. */
export const showLink = command(ShowLink, {
  route: 'POST /links',
  may: 'anyone',
  summary: 'What a link in a mail is for, and whether it can be used; changes nothing',
  reply: LinkView,
  status: 200,
  atMostAMinute: 30,
});
