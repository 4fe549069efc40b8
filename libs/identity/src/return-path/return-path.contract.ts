import { Matches } from 'class-validator';
import { OrAbsent } from '@isegoria/kernel';
import { all } from '../password/rules/secrets.contract';

/**
 * A page by the names that the site gave it: anybody can have a message sent to an address that is not theirs, and must not put words of
 * their own into it.
 */
const pageOfTheSite = /^\/[a-z]{1,20}(\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/[a-z]{1,20})?)?$/;

/** Where the person was, to be led back by the link in the message; optional. */
export function IsReturnPath(): PropertyDecorator {
  return all(OrAbsent(), Matches(pageOfTheSite));
}

/** The page of a path without its query and fragment, if a message may carry it. */
export function mailablePath(path: string): string | undefined {
  const [page = ''] = path.split(/[?#]/, 1);
  return pageOfTheSite.test(page) ? page : undefined;
}
