import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { RecordedText } from '@isegoria/kernel';
import type { CommentEvent } from '../comment/comment.contract';
import type { QuestionEvent } from '../question/question.contract';

/** Words that a moderator has hidden, apart from what everybody's pages are made of: for moderators, and until they are shown again. */
@Entity('hidden_words')
export class HiddenWordsRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('jsonb', { nullable: true })
  text: RecordedText | null;
}

type Table = 'comment' | 'question';

const away = (table: Table) => `
  WITH hidden AS (INSERT INTO hidden_words (id, text) SELECT id, text FROM ${table} WHERE id = $1 ON CONFLICT DO NOTHING)
  UPDATE ${table} SET text = NULL WHERE id = $1`;

const back = (table: Table) => `
  WITH shown AS (DELETE FROM hidden_words WHERE id = $1 RETURNING text)
  UPDATE ${table} SET text = (SELECT text FROM shown) WHERE id = $1`;

const gone = 'DELETE FROM hidden_words WHERE id = $1';

const moves: Partial<Record<(CommentEvent | QuestionEvent)['type'], string>> = {
  CommentHidden: away('comment'),
  CommentRestored: back('comment'),
  CommentWithdrawn: gone,
  QuestionHidden: away('question'),
  QuestionRestored: back('question'),
  QuestionWithdrawn: gone,
};

/** Where the words of a comment or question go after an event: put away when hidden, put back when restored, dropped when withdrawn. */
export async function moveWords(rows: EntityManager, type: keyof typeof moves, id: string): Promise<void> {
  // A newer program may have a type that is called like something that every object has.
  const move = Object.hasOwn(moves, type) ? moves[type] : undefined;
  if (move !== undefined) await rows.query(move, [id]);
}
