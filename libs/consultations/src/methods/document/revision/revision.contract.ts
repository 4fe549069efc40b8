import { ArrayMaxSize, IsArray, IsUUID, MaxLength } from 'class-validator';
import { EntriesDiffer, IsPlainText, OrAbsent, command, event, limits, type DomainEvent } from '@isegoria/kernel';
import { papers, sampleIds } from '../../../streams.contract';

export class ReviseDocument {
  @IsUUID()
  activityId: string;

  /** The whole text in Markdown, as in the draft of a document. What stands as it did keeps its name. */
  @IsPlainText()
  @MaxLength(limits.documentLength)
  document: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;

  /** The annotations that the changes follow, each on a paragraph that is changed or left out; none when absent. */
  @OrAbsent()
  @IsArray()
  @ArrayMaxSize(limits.annotationsFollowed)
  @EntriesDiffer()
  @IsUUID(undefined, { each: true })
  follows?: string[];
}
export const reviseDocument = command(ReviseDocument, {
  route: 'POST /activities/:activityId/document',
  may: 'consult',
  summary: 'Publish a further version of the text of a document, with the reason, and say which annotations it follows',
  versionedBy: ['DocumentWritten', 'DocumentRevised'],
});

const { consultationId, activityId, statementId, by } = sampleIds;

/** How annotations are carried over to a further version. */
export const carryingRules = ['paragraph', 'sentence'] as const;
export type CarryingRule = (typeof carryingRules)[number];

/**
 * `follows` names the annotations that changes follow, and the paragraph that is changed because of each; `carriedBy` the rule by which
 * annotations are carried over.
 */
export type DocumentRevised = DomainEvent<
  'DocumentRevised',
  {
    activityId: string;
    consultationId: string;
    version: number;
    reason: string;
    follows: readonly { readonly paragraph: string; readonly statementId: string }[];
    carriedBy: CarryingRule;
    by: string;
  }
>;
const firstSample = {
  ...{ activityId, consultationId, version: 2, reason: 'Villages measure too, as many proposed.' },
  ...{ follows: [{ paragraph: 'p2', statementId }], by },
};
export const documentRevised = event<DocumentRevised>('DocumentRevised', {
  stream: papers,
  says:
    'The version of a text that was written before is the one that stands from now on, for the reason that everybody reads; `follows` ' +
    'names the annotations that led to its changes, each with its paragraph, and `carriedBy` the rule that says where annotations stand ' +
    'from now on: `paragraph` by the words of their paragraph, `sentence` by their sentence wherever it stands. Earlier versions stay ' +
    'readable.',
  may: 'consult',
  act: { subject: 'activityId', reason: 'reason' },
  sample: { ...firstSample, carriedBy: 'sentence' },
  earlier: [{ sample: firstSample, upcast: (data) => ({ carriedBy: 'paragraph', ...data }) }],
});
