import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { AttachFile } from '@isegoria/content';
import { EntriesDiffer, HasNoPicture, IsOneLine, IsPlainText, Nested, OrAbsent, command, limits } from '@isegoria/kernel';
import { nameOfText } from '../../methods/survey/written/written-text.contract';
import { stances, type Stance } from '../official-answer.contract';

/** The same answer to several statements, or to several texts of a survey: one of the two lists is given. */
export class AnswerStatements {
  @IsUUID()
  activityId: string;

  /** What people said in the activity. */
  @OrAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.pageSize)
  @EntriesDiffer((id: unknown) => String(id).toLowerCase())
  @IsUUID(undefined, { each: true })
  statementIds?: string[];

  /** The names of texts of the survey that are listed, whatever the question: the SHA-256 of each as it was sealed. */
  @OrAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.pageSize)
  @EntriesDiffer()
  @Matches(nameOfText, { each: true })
  texts?: string[];

  @IsIn(stances)
  stance: Stance;

  /** Markdown: what is done about it, or why not. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.answerLength)
  text: string;

  /** Files that belong to it; added before. A correction names those that still do. */
  @OrAbsent()
  @Nested(() => AttachFile, { each: true })
  @ArrayMaxSize(limits.documentsMax)
  documents?: AttachFile[];

  /** What they have in common, in a few words: they are answered under this theme. */
  @OrAbsent()
  @IsOneLine()
  @MaxLength(limits.titleLength)
  themeTitle?: string;

  /** What people say about it, in short; only with a title. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  themeSummary?: string;

  /** What is corrected and why, for everybody; needed where one of them has an answer already, and for no others. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  note?: string;
}

export const answerStatements = command(AnswerStatements, {
  route: 'POST /activities/:activityId/official-answers/groups',
  may: 'answer',
  summary:
    'Give several statements, annotations of a document or listed texts of a survey the same answer at once: all of them, or none where ' +
    'one may not be answered so. Based on a version, no answer is replaced that is newer',
  versionedBy: ['OfficialAnswerPublished'],
});
