import { Column, Entity, In, Index, MoreThan, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { inGeneral, type FeedbackEvent } from '@isegoria/feedback';
import type { Page, Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, pageOfRows, type Projection } from '@isegoria/projection';
import type { StatementSubmitted } from '../methods/deliberation/statement/statement.contract';
import { listNamesakes, nameFor, wordsOfNames, type ListNamesakes, type NamesakeView } from './readable-name.contract';

/** Somebody who wrote something in a consultation, from the first words on. */
@Entity('named_person')
@Index('named_person_by_name', ['context', 'name'])
@Index('named_person_namesakes', ['position'], { where: 'number > 1' })
export class NamedPersonRow {
  /** The pseudonym, which is good for one consultation, or for questions in general. */
  @PrimaryColumn('text')
  author: string;

  /** The consultation's id, or what stands for questions in general. */
  @Column('text')
  context: string;

  /** The two words as one number. */
  @Column('int')
  name: number;

  /** 1 for the first person of that name, in the order of the log. */
  @Column('int')
  number: number;

  @PositionColumn()
  position: number;
}

export function namedPeopleProjection(): Projection {
  return { name: 'consultations/named-people', entities: [NamedPersonRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const people = new Map<string, Omit<NamedPersonRow, 'number'>>();
  for (const event of events as readonly Recorded<FeedbackEvent | StatementSubmitted>[]) {
    const person = authorOf(event);
    if (!person) continue;
    const { being, place } = nameFor(person.author);
    if (!people.has(person.author))
      people.set(person.author, { ...person, name: being * wordsOfNames.places + place, position: event.position });
  }
  if (people.size > 0) await rows.query(nameStatement, [JSON.stringify([...people.values()])]);
}

function authorOf({ type, data }: FeedbackEvent | StatementSubmitted): Pick<NamedPersonRow, 'context' | 'author'> | undefined {
  if (type !== 'CommentSubmitted' && type !== 'QuestionAsked' && type !== 'StatementSubmitted') return undefined;
  return data.author === null ? undefined : { context: data.consultationId ?? inGeneral, author: data.author };
}

const nameStatement = `
  INSERT INTO named_person (context, author, name, position, number)
  SELECT context, author, name, position,
    (SELECT count(*) FROM named_person AS known WHERE known.context = person.context AND known.name = person.name)
      + row_number() OVER (PARTITION BY context, name ORDER BY position)
  FROM json_to_recordset($1) AS person (context text, author text, name int, position bigint)
  WHERE NOT EXISTS (SELECT FROM named_person AS known WHERE known.author = person.author)`;

/** What tells somebody from others of the same name; null where that is not needed. */
export async function nameNumberOf(rows: DataSource, author: string): Promise<number | null> {
  const person = await rows.getRepository(NamedPersonRow).findOneBy({ author, number: MoreThan(1) });
  return person?.number ?? null;
}

/** Those whose name needs a number, in the order of the log: all of them, or those of some pseudonyms. */
export async function namesakeList(rows: DataSource, { of, cursor }: ListNamesakes): Promise<Page<NamesakeView>> {
  const query = rows.getRepository(NamedPersonRow).createQueryBuilder('person').where('number > 1');
  if (of !== undefined) query.andWhere({ author: In(of.split(',')) });
  const { items, ...page } = await pageOfRows(query, { by: 'position', cursor });
  return { ...page, items: items.map(({ author, number }) => ({ author, number })) };
}

export const namesakeAnswers = [answer(listNamesakes, ['consultations'], (asked, { rows }) => namesakeList(rows, asked))];
