import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPlainText, Nested, OrAbsent, OrNull, event, limits, query, type DomainEvent } from '@isegoria/kernel';
import { papers, sampleIds } from '../../streams.contract';
import { deliberation, type DeliberationSettings } from '../deliberation/deliberation.contract';
import type { MethodContract } from '../method/method.contract';
import { blockKinds, type PaperBlock } from './paper/block.contract';
import type { DocumentRevised } from './revision/revision.contract';

/**
 * A draft law or a policy paper. What people write to its paragraphs are statements with a place in it, so that all that holds for
 * statements holds for them: they are sealed, moderated, supported, changed and withdrawn by their authors, and late behind the closing.
 */
export const document = {
  ...deliberation,
  method: 'document',
  exports: ['statements', 'votes'],
} as const satisfies MethodContract;

export type DocumentSettings = DeliberationSettings;

export class DocumentDraft {
  /** Documents: the text in Markdown: headings, paragraphs and lists. Each point of a list is a paragraph of its own. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.documentLength)
  document?: string;
}

export class BlockView {
  /** Its name, which it keeps from version to version: `p12`. */
  @IsString() readonly id: string;
  @IsIn(blockKinds) readonly kind: (typeof blockKinds)[number];
  /** Of a heading, from 1; 0 for a paragraph. */
  @IsInt() readonly level: number;
  @IsString() readonly text: string;
  /** How many annotations it has that everybody may read. */
  @IsInt() readonly annotations: number;
}

/** An annotation that led to a change. */
export class FollowedAnnotation {
  /** The paragraph that is changed because of it. */
  @IsString() readonly paragraph: string;
  @IsUUID() readonly statementId: string;
}

export class DocumentVersionView {
  /** From 1. */
  @IsInt() readonly version: number;
  @IsISO8601() readonly writtenAt: string;
  /** Why it was written; null for the first. */
  @OrNull() @IsString() readonly reason: string | null;
  /** The annotations that its changes follow. */
  @Nested(() => FollowedAnnotation, { each: true }) readonly follows: readonly FollowedAnnotation[];
}

export class DocumentView {
  @IsUUID() readonly activityId: string;
  @IsUUID() readonly consultationId: string;
  /** Which of the versions is shown, from 1. */
  @IsInt() readonly shown: number;
  /** Where in the log that one stands: a further one may be based on the newest (`If-Match`). */
  @IsInt() readonly version: number;
  /** How many annotations that everybody may read have lost their place. */
  @IsInt() readonly lost: number;
  /** All of them, the first one first. */
  @Nested(() => DocumentVersionView, { each: true }) readonly versions: readonly DocumentVersionView[];
  @IsArray() @ArrayMaxSize(limits.paragraphsMax) @Nested(() => BlockView, { each: true }) readonly blocks: readonly BlockView[];
}

export class ShowDocument {
  @IsUUID() activityId: string;
  /** The newest when absent. */
  @OrAbsent() @Matches(/^[1-9]\d{0,5}$/) version?: string;
}
export const showDocument = query(ShowDocument, DocumentView, {
  route: 'GET /activities/:activityId/document',
  may: 'anyone',
  summary: 'The text of a document in its newest version, or in another, block by block, each with how many annotations it has',
});

const { consultationId, activityId, by } = sampleIds;

/** A part of a version: `part` of `parts`, from 1. The blocks of a version are those of its parts, in order. */
export type DocumentWritten = DomainEvent<
  'DocumentWritten',
  {
    activityId: string;
    consultationId: string;
    version: number;
    part: number;
    parts: number;
    blocks: readonly PaperBlock[];
    by: string;
  }
>;
export const documentWritten = event<DocumentWritten>('DocumentWritten', {
  stream: papers,
  says:
    'A part of the text of a document, in plain words; a version that is long has several. Blocks keep their ids from version to ' +
    'version.',
  may: 'consult',
  sample: {
    activityId,
    consultationId,
    version: 1,
    part: 1,
    parts: 1,
    blocks: [
      { id: 'p1', kind: 'heading', level: 1, text: 'Article 1' },
      { id: 'p2', kind: 'paragraph', level: 0, text: 'The air is clean.' },
    ],
    by,
  },
});
export type DocumentEvent = DocumentWritten | DocumentRevised;
