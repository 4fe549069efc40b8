import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { draftedConsultation, firstPhase, holding, publishedConsultation, unit } from '../../../consultation/consultation.fixture';
import type { StatementState } from '../../deliberation/statement/statement.decider';
import type { Selection } from '../annotation/place.contract';
import type { DocumentEvent } from '../document.contract';
import { select } from '../paper/select.fixture';
import { revisionDecider, type Revise } from './revision.decider';

const [consultationId, activityId, statementId] = ['consultation-1', 'activity-1', 'statement-1'];
const by = holding('official', unit).accountId;
const block = (id: string, text: string) => ({ id, kind: 'paragraph', level: 0, text }) as const;
const written = (version: number, ...blocks: ReturnType<typeof block>[]): DocumentEvent => ({
  type: 'DocumentWritten',
  data: { activityId, consultationId, version, part: 1, parts: 1, blocks, by },
});
const revised = (version: number, follows: { paragraph: string; statementId: string }[] = []): DocumentEvent => ({
  type: 'DocumentRevised',
  data: { activityId, consultationId, version, reason: 'Many asked.', follows, carriedBy: 'sentence', by },
});
const on = (paragraph: string, words: Selection | null = null) => ({ paragraph, version: 1, words, replaces: false, leavesOut: false });
const said = (more: Partial<StatementState> = {}) => ({ activityId, at: on('p1'), status: 'accepted', ...more }) as StatementState;
const first = written(1, block('p1', 'The air of cities is clean.'), block('p2', 'Fish are free.'));

const revise = (document: string, more: Partial<Revise> = {}): Revise => ({
  ...{ activityId, document, reason: 'Many asked.', actor: holding('official', unit), now: new Date('2026-05-01T00:00:00Z') },
  activity: { consultationId, phaseId: firstPhase, method: 'document', settings: { moderation: 'after' } },
  consultation: publishedConsultation(consultationId),
  statements: new Map([[statementId, said()]]),
  ...more,
});
const after = (...history: DocumentEvent[]) => given(revisionDecider, history);
const reworded = 'The air of all cities is clean.\n\nFish are free.\n\nBirds too.';

describe('a further version of a text', () => {
  const second = written(2, block('p1', 'The air of all cities is clean.'), block('p2', 'Fish are free.'), block('p3', 'Birds too.'));

  it('is written whole, with its reason and with what it follows', () => {
    after(first)
      .when(revise(reworded))
      .then([second, revised(2)]);
    after(first)
      .when(revise(reworded, { follows: [statementId] }))
      .then([second, revised(2, [{ paragraph: 'p1', statementId }])]);
  });

  it('follows what was written to words that an earlier version put into another paragraph', () => {
    const [air, leaves] = ['The air of cities is clean.', 'Nobody burns leaves.'];
    const whole = written(1, block('p1', `${air} ${leaves}`));
    const split = written(2, block('p1', air), block('p2', leaves));
    const statements = new Map([[statementId, said({ at: on('p1', select(`${air} ${leaves}`, 'leaves')!) })]]);
    after(whole, split, revised(2))
      .when(revise(`${air}\n\nNobody burns garden leaves.`, { follows: [statementId], statements }))
      .then([written(3, block('p1', air), block('p2', 'Nobody burns garden leaves.')), revised(3, [{ paragraph: 'p2', statementId }])]);
  });

  it('gives no name again', () => {
    after(first, second, revised(2), written(3, block('p2', 'Fish are free.')), revised(3))
      .when(revise('Fish are free.\n\nWhales.'))
      .then([written(4, block('p2', 'Fish are free.'), block('p4', 'Whales.')), revised(4)]);
  });

  it.each([
    ['what nobody wrote', { statements: new Map() }, 'STATEMENT_NOT_FOUND'],
    ['what was written elsewhere', { statements: new Map([[statementId, said({ activityId: 'another' })]]) }, 'STATEMENT_NOT_FOUND'],
    ['what nobody may read', { statements: new Map([[statementId, said({ status: 'rejected' })]]) }, 'STATEMENT_NOT_FOUND'],
    ['what is on a paragraph that stands', { statements: new Map([[statementId, said({ at: on('p2') })]]) }, 'VALIDATION_FAILED'],
  ] as const)('does not follow %s', (_, more, code) => {
    after(first)
      .when(revise(reworded, { follows: [statementId], ...more }))
      .thenRejected(code);
  });

  it.each([
    ['changes nothing', 'The air of cities is clean.\n\nFish are free.', {}, 'VALIDATION_FAILED'],
    ['has no paragraph', '# Act', {}, 'VALIDATION_FAILED'],
    ['is by somebody else', reworded, { actor: holding('moderator', unit) }, 'FORBIDDEN_ROLE'],
    ['is by an official of another unit', reworded, { actor: holding('official', 'root.ffffffff') }, 'FORBIDDEN_ROLE'],
    ['is of a draft', reworded, { consultation: draftedConsultation(consultationId) }, 'CONSULTATION_NOT_OPEN'],
    ['is of no document', reworded, { activity: { ...revise('').activity, method: 'deliberation' } }, 'WRONG_METHOD'],
  ] as const)('is refused where it %s', (_, document, more, code) => {
    after(first)
      .when(revise(document, more as Partial<Revise>))
      .thenRejected(code);
  });
});
