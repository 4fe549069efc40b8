import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { SubjectKeys, inOneForm } from '@isegoria/privacy';
import { Tables } from '../../../../tables.service';
import { mostBytes, takesKind } from '../file-sorts.pure';
import { own } from '../../questionnaire/conditions.pure';
import { questionsOf, type Answer, type Answers, type FileAnswer, type Question } from '../../questionnaire/questionnaire.pure';
import type { Within } from '../../response/sealed-answers.service';
import { filesPerPerson, type SealAnswerFile, type SealOfFile } from '../answer-file.contract';
import type { FileDetails } from './known-files';

/** For how many days a file is kept that was never sent, and that nobody has gone on with. */
const keptDays = 180;

/** Answers whose files are known, with the sealed details of these. */
export interface KnownFiles {
  readonly answers: Answers;
  readonly details: ReadonlyMap<string, string>;
}

interface FileRow {
  readonly file: string;
  readonly question: string;
  readonly media_type: string;
  readonly size: number;
  readonly details: string;
}

/**
 * Files that answer surveys. The gateway keeps their sealed bytes, in no log and under the pseudonym that the person has there; answers
 * name them by a hash, and whatever else is said of them is read here and not believed.
 */
@Injectable()
export class AnswerFiles {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  /** @throws Rejection VALIDATION_FAILED, FILE_KIND_NOT_TAKEN, FILE_TOO_LARGE or ALLOWANCE_USED_UP */
  async seal(place: Within, { question: id, name, mediaType, size, digest }: SealAnswerFile): Promise<SealOfFile> {
    const question = fileQuestions(place).find((one) => one.id === id);
    if (!question) throw new Rejection('VALIDATION_FAILED', { field: 'question', params: { constraint: 'isIn' } });
    mustBeTaken(question, mediaType, size);
    const { accountId, consultationId, activityId, voter } = place;
    const [{ count }] = await this.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM consultations_files.answer_file
       WHERE activity_id = $1 AND voter = $2 AND (sent OR question <> $3)`,
      [activityId, voter, id],
    );
    if (count >= filesPerPerson) throw new Rejection('ALLOWANCE_USED_UP', { field: 'content', params: { most: filesPerPerson } });
    const sealed = (field: string, text: string) =>
      this.keys.seal(accountId, consultationId, { event: activityId, field: `answers.${id}.${field}` }, text);
    const key = createHash('sha256')
      .update(await sealed('key', digest))
      .digest('base64');
    const details = await sealed('details', inOneForm({ name, key } satisfies FileDetails));
    return { details, activityId, voter };
  }

  /** The answers with what is known of their files; of one that is not the person's own, or is gone, nothing is. */
  async known(place: Within, answers: Answers): Promise<KnownFiles> {
    const named = fileQuestions(place).flatMap(({ id }) => {
      const file = fileIn(answers, id);
      return file === undefined ? [] : [{ id, file }];
    });
    if (named.length === 0) return { answers, details: new Map() };
    const { activityId, voter } = place;
    const found = await this.rows<FileRow>(
      `SELECT file, question, media_type, size, details FROM consultations_files.answer_file
       WHERE activity_id = $1 AND voter = $2 AND file = ANY($3)`,
      [activityId, voter, named.map(({ file }) => file)],
    );
    const opened = await this.keys.open(found.map(({ details }) => details));
    const known = named.map(({ id, file }): [string, Answer] => {
      const at = found.findIndex((row) => row.file === file && row.question === id);
      const text = opened[at];
      if (text?.state !== 'open') return [id, { file }];
      const { media_type: mediaType, size } = found[at]!;
      return [id, { file, name: (JSON.parse(text.text) as FileDetails).name, mediaType, size }];
    });
    return {
      answers: { ...answers, ...Object.fromEntries(known) },
      details: new Map(found.map(({ file, details }) => [file, details])),
    };
  }

  /** After answers were kept: files that they name live as long, and one that was exchanged or taken away ends. */
  async keep({ activityId, voter, ...place }: Within, changed: Answers, kept?: { readonly all: readonly Answers[] }): Promise<void> {
    const questions = fileQuestions(place).map(({ id }) => id);
    if (questions.length === 0) return;
    const named = questions.flatMap((id) => (kept?.all ?? []).flatMap((answers) => fileIn(answers, id) ?? []));
    const touched = questions.filter((id) => Object.hasOwn(changed, id));
    await this.rows(
      `UPDATE consultations_files.answer_file SET kept_on = current_date
       WHERE activity_id = $1 AND voter = $2 AND file = ANY($3) AND NOT sent AND kept_on < current_date`,
      [activityId, voter, named],
    );
    await this.rows(
      `DELETE FROM consultations_files.answer_file WHERE NOT sent AND (kept_on < current_date - $5::int
         OR activity_id = $1 AND voter = $2 AND question = ANY($4) AND file <> ALL($3))`,
      [activityId, voter, named, touched, keptDays],
    );
  }

  /** Before answers are recorded that name files, so that no crash between the two lets these go. @throws Rejection FILE_NOT_FOUND */
  async hold({ activityId, voter, ...place }: Within, answers: Answers): Promise<void> {
    const named = fileQuestions(place).flatMap(({ id }) => fileIn(answers, id) ?? []);
    if (named.length === 0) return;
    const [held] = (await this.tables.dataSource.query(
      `UPDATE consultations_files.answer_file SET sent = true WHERE activity_id = $1 AND voter = $2 AND file = ANY($3) RETURNING file`,
      [activityId, voter, named],
    )) as [unknown[]];
    if (held.length < new Set(named).size) throw new Rejection('FILE_NOT_FOUND');
  }

  private rows<Row>(sql: string, parameters: unknown[]): Promise<[Row, ...Row[]]> {
    return this.tables.dataSource.query(sql, parameters);
  }
}

const fileQuestions = ({ questionnaire }: Pick<Within, 'questionnaire'>): readonly Question[] =>
  questionsOf(questionnaire).filter(({ kind }) => kind === 'file');

function fileIn(answers: Answers, id: string): string | undefined {
  const answer = own(answers, id);
  const { file } = (typeof answer === 'object' ? (answer ?? {}) : {}) as Partial<FileAnswer>;
  return typeof file === 'string' && /^[0-9a-f]{64}$/.test(file) ? file : undefined;
}

function mustBeTaken(question: Question, mediaType: string, size: number): void {
  if (!takesKind(question, mediaType)) throw new Rejection('FILE_KIND_NOT_ASKED', { field: 'content' });
  if (size > mostBytes(question))
    throw new Rejection('FILE_TOO_LARGE', { field: 'content', params: { megabytes: mostBytes(question) / 1024 / 1024 } });
}
