import { registerDecorator } from 'class-validator';
import { isObject, isPlainText, limits } from '@isegoria/kernel';

const mostMembers = 200;

/**
 * Answers by the ids of their questions, of whatever kinds: texts, numbers, lists of texts, or objects of these, so that their depth and
 * size are known before anybody looks at the questionnaire. Null stands for an answer that is taken back.
 */
export const IsAnswers = () => membersHold('isAnswers', 'answers', (members) => members.every((answer) => isAnswer(answer)));

/** Of which answers somebody is told, by the ids of their questions: for each, what tells it from others. */
export const IsVersions = () => membersHold('isVersions', 'versions of answers', areVersions);

/** class-validator decorator for an object whose names are ids of questions. @param what it has by them, in the message */
function membersHold(name: string, what: string, holds: (members: readonly unknown[]) => boolean): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: `$property must be an object with ${what} by the ids of their questions` },
      validator: { validate: (value: unknown) => isObject(value) && holds(membersOf(value)) },
    });
}

function isAnswer(value: unknown, depth = 0): boolean {
  // JSON has numbers that are too large to be any: what reads them makes them infinite, and the log has no such number.
  if (value === null || typeof value === 'number') return value === null || Number.isFinite(value);
  if (typeof value === 'string') return value.length <= limits.bodyLength && isPlainText(value);
  if (depth > 1 || typeof value !== 'object') return false;
  const members = membersOf(value);
  return members.length <= mostMembers && members.every((member) => isAnswer(member, depth + 1));
}

const membersOf = (value: object): unknown[] => Object.values(value);

const areVersions = (versions: readonly unknown[]) =>
  versions.length <= mostMembers && versions.every((version) => typeof version === 'string' && /^[\w-]{22}$/.test(version));
