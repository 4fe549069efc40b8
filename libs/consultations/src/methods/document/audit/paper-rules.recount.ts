import { rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import type { DocumentRevised } from '../revision/revision.contract';
import type { RulesOfMethod } from '../../method/method.recount';
import { document, type DocumentEvent, type DocumentWritten } from '../document.contract';

/** What the text of a document keeps to. */
export function rulesOfDocuments({ activities, papers }: RulesOfMethod): RuleBook {
  return ruleBook<DocumentEvent>({
    DocumentWritten: [
      rule<DocumentWritten>(
        'text-of-a-document',
        'A text is that of a document which was drafted, and names its consultation.',
        ({ data: { activityId, consultationId } }) => {
          const activity = activities.of(activityId);
          return activity?.method === document.method && activity.consultationId === consultationId;
        },
      ),
      rule<DocumentWritten>(
        'first-text-before-publication',
        'The first version of a text is written before its consultation is published.',
        ({ data: { activityId, version } }) => version > 1 || !activities.of(activityId)!.consultation.isPublished,
      ),
      rule<DocumentWritten>(
        'text-in-order',
        'The parts of a text follow each other, and so do its versions, each of which is whole before the next.',
        ({ data: { activityId, version, part, parts } }) => {
          const before = papers.of(activityId) ?? { version: 0, part: 0, parts: 0, stands: true };
          const isWhole = before.part === before.parts && before.stands;
          if (part > 1) return version === before.version && part === before.part + 1 && parts === before.parts && part <= parts;
          return isWhole && version === before.version + 1 && parts >= 1;
        },
      ),
      rule<DocumentWritten>(
        'blocks-named-once',
        'In one version of a text, every block has a name of its own.',
        ({ data: { activityId, part, blocks } }) => {
          const before = part === 1 ? [] : [...(papers.of(activityId)?.blocks.keys() ?? [])];
          return new Set([...before, ...blocks.map(({ id }) => id)]).size === before.length + blocks.length;
        },
        ({ data }) => papers.write(data),
      ),
    ],
    DocumentRevised: [
      rule<DocumentRevised>(
        'version-of-a-published-text',
        'A further version of a text is that of a document in a consultation that is published, and names it.',
        ({ data: { activityId, consultationId } }) => {
          const activity = activities.of(activityId);
          return activity?.method === document.method && activity.consultationId === consultationId && activity.consultation.isPublished;
        },
      ),
      rule<DocumentRevised>(
        'version-is-written',
        'A further version of a text stands once, after all of it is written.',
        ({ data: { activityId, version } }) => {
          const written = papers.of(activityId);
          return written?.version === version && version > 1 && written.part === written.parts && !written.stands;
        },
      ),
      rule<DocumentRevised>(
        'version-follows-annotations',
        'What a version of a text says that it follows was written to a paragraph that it changes or leaves out, or may have come there ' +
          'with its words.',
        ({ data: { activityId, follows } }) => {
          const { before, blocks } = papers.of(activityId)!;
          return follows.every(({ paragraph, statementId }) => {
            const said = before.get(paragraph);
            return typeof said === 'string' && blocks.get(paragraph) !== said && papers.isOn(statementId, activityId, paragraph);
          });
        },
        ({ data }) => papers.revise(data),
      ),
    ],
  });
}
