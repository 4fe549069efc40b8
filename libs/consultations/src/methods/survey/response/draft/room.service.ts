import { Rejection, limits } from '@isegoria/kernel';
import { answerFaults, type Fault } from '../../questionnaire/answers.pure';
import { own } from '../../questionnaire/conditions.pure';
import type { Answers, Questionnaire } from '../../questionnaire/questionnaire.pure';
import { onlyWithout } from '../response.decider';

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/**
 * Policy: what one person keeps of a survey, what stands aside among it, is no more than a request may bring.
 * @param all sets of answers that would be kept
 * @param put those that come now
 * @throws Rejection VALIDATION_FAILED with the texts that are longer than their questions take, or else with the longest of those that come
 * and how much room there is for them; BODY_TOO_LARGE where none of them is at fault
 */
export function onlyAsMuchAsIsKept(questionnaire: Questionnaire, all: readonly Answers[], put: Answers): void {
  const excess = bytesOf(all) - limits.requestBytes;
  if (excess <= 0) return;
  const isTooLong = ({ constraint }: Fault) => constraint === 'maxLength';
  const faults = [put, ...all].flatMap((answers) => answerFaults(questionnaire, answers)).filter(isTooLong);
  const once = faults.filter(({ field }, at) => faults.findIndex((other) => other.field === field) === at);
  onlyWithout(once.map(({ field, constraint, limit = 0 }) => ({ field, params: { constraint, limit } })));
  const texts = Object.entries(put).flatMap(([id, text]) => {
    if (typeof text !== 'string') return [];
    const copies = all.filter((answers) => own(answers, id) === text).length;
    return [{ field: `answers.${id}`, length: Array.from(text).length, bytes: copies * bytesOf(text) }];
  });
  texts.sort((one, other) => other.bytes - one.bytes);
  const bytesOfLongest = (count: number) => texts.slice(0, count).reduce((sum, { bytes }) => sum + bytes, 0);
  const count = texts.findIndex((_, at) => bytesOfLongest(at + 1) > excess) + 1;
  const share = 1 - excess / bytesOfLongest(count);
  const named = texts.slice(0, count);
  onlyWithout(named.map(({ field, length }) => ({ field, params: { constraint: 'maxLength', limit: Math.floor(length * share) } })));
  throw new Rejection('BODY_TOO_LARGE');
}
