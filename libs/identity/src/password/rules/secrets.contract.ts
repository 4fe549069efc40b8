import { IsString, MaxLength, MinLength } from 'class-validator';
import { IsPlainText, IsSecret, limits } from '@isegoria/kernel';

const longestToken = 200;

/** A password that somebody gives to show who they are: whatever they chose when other rules held. */
export function IsGivenPassword(): PropertyDecorator {
  return all(IsString(), MaxLength(limits.passwordMaxLength), IsSecret());
}

/** A password that somebody chooses. */
export function IsNewPassword(): PropertyDecorator {
  return all(IsPlainText(), MinLength(limits.passwordMinLength), MaxLength(limits.passwordMaxLength), IsSecret());
}

/** The token of a session, or of a link in a mail. */
export function IsToken(): PropertyDecorator {
  return all(IsString(), MaxLength(longestToken), IsSecret());
}

/** As if they stood above the field in this order: the last is applied first. */
function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators.toReversed()) decorate(target, property);
  };
}
