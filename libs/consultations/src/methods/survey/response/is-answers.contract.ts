import { registerDecorator } from 'class-validator';
import { isPlainText, limits } from '@isegoria/kernel';

const mostMembers = 200;

/**
 * Answers by the ids of their questions, of whatever kinds: texts, numbers, lists of texts, or objects of these, so that their depth and
 * size are known before anybody looks at the questionnaire. Null stands for an answer that is taken back.
 */
export function IsAnswers(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isAnswers',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must be an object with answers by the ids of their questions' },
      validator: { validate: (value: unknown) => isObject(value) && membersOf(value).every((answer) => isAnswer(answer)) },
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

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const membersOf = (value: object): unknown[] => Object.values(value);

/** Of which answers somebody is told, by the ids of their questions: for each, what tells it from others. */
export function IsVersions(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isVersions',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must be an object with versions of answers by the ids of their questions' },
      validator: { validate: (value: unknown) => isObject(value) && areVersions(membersOf(value)) },
    });
}

const areVersions = (versions: readonly unknown[]): boolean =>
  versions.length <= mostMembers && versions.every((version) => typeof version === 'string' && /^[\w-]{22}$/.test(version));
