import { IsUUID, MaxLength } from 'class-validator';
import { IsEmailAddress, command, limits } from '@isegoria/kernel';

export class FindAccount {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;
}

export class FoundAccount {
  @IsUUID() readonly id: string;
}

/**
 * Names and addresses are sealed, each under the key of its person, so nothing can search in them: the address is looked up as a sign-in
 * looks it up, by its keyed hash. A POST, so that it stands in no address that somebody keeps.
 */
export const findAccount = command(FindAccount, {
  route: 'POST /accounts/search',
  may: 'administer',
  summary: 'The account that has an e-mail address, written whole; changes nothing',
  reply: FoundAccount,
  status: 200,
  atMostAMinute: 30,
});
