import { Controller, Inject } from '@nestjs/common';
import {
  EventStore,
  acceptedAs,
  commandHandler,
  mustBeOfVersion,
  uuidFrom,
  type CommandDelivery,
  type Handled,
} from '@isegoria/event-sourcing';
import { Faults, Rejection, type Accepted, type CommandMessage, type Recorded } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { filesIn } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../../clock.service';
import { Facts, type ActivityFacts } from '../../facts.service';
import type { OfficialAnswerPublished } from '../official-answer.contract';
import { textStream } from '../../methods/survey/written/decision/written-text.decider';
import type { TextDecidedOn } from '../../methods/survey/written/written-text.contract';
import { idOfNamed, officialAnswerDecider, officialAnswerStream, type AnswerCommand } from '../official-answer.decider';
import { answerStatements, type AnswerStatements } from './group-answer.contract';

/** What one of them answers. */
interface Answered {
  /** Where the command names it. */
  readonly field: string;
  readonly what: Pick<AnswerCommand, 'about' | 'aboutId' | 'named' | 'isListed' | 'statement'>;
}

/** One of the answers of a group, in the stream of what it answers. */
interface Single {
  readonly field: string;
  readonly stream: string;
  readonly asked: AnswerCommand;
  readonly delivery: CommandDelivery;
}

/**
 * One answer to several statements, or texts of a survey. Each is recorded where an answer to it alone would be, so that it still has one
 * answer, and its own corrections. Their ids follow from that of the command: a repeated one records what an interrupted one has not.
 */
@Controller()
export class GroupAnswerController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, officialAnswerDecider);
  }

  @Handles(answerStatements)
  async answer({ command, context }: CommandMessage<AnswerStatements>): Promise<Accepted> {
    const { activityId, statementIds, texts } = command;
    if (statementIds === undefined && texts === undefined)
      throw new Rejection('VALIDATION_FAILED', { field: 'statementIds', params: { constraint: 'isMissing' } });
    if (statementIds === undefined) return this.answerEach({ command, context }, await this.textsNow(activityId, texts!));
    if (texts !== undefined) throw new Rejection('VALIDATION_FAILED', { field: 'texts', params: { constraint: 'doesNotFit' } });
    return this.answerEach({ command, context }, await this.statementsNow(statementIds));
  }

  private async statementsNow(ids: readonly string[]): Promise<Answered[]> {
    const statementIds = ids.map((id) => id.toLowerCase());
    const statements = await this.facts.statementsNow(statementIds);
    return statementIds.map((aboutId, at) => ({
      field: `statementIds[${at}]`,
      what: { about: 'statement', aboutId, statement: statements.get(aboutId) },
    }));
  }

  /** In the order of their names: any other might tell something of those who wrote them. */
  private async textsNow(activityId: string, names: readonly string[]): Promise<Answered[]> {
    const texts = [...names].sort().map(async (named): Promise<Answered> => {
      const history = await this.store.readStream<TextDecidedOn>(textStream(activityId, named));
      const isListed = history.at(-1)?.data.decision === 'listed';
      const aboutId = idOfNamed(activityId, 'text', named);
      return { field: `texts[${names.indexOf(named)}]`, what: { about: 'text', aboutId, named, isListed, statement: undefined } };
    });
    return Promise.all(texts);
  }

  private async answerEach({ command, context }: CommandMessage<AnswerStatements>, answered: readonly Answered[]) {
    const now = this.clock();
    const { basedOn, ...delivery } = deliveryOf(context, now);
    const said = { ...command, ...(await filesIn(this.store, command)), actor: signedIn(context), now };
    const based = { ...delivery, ...(basedOn && { basedOn: { ...basedOn, upTo: true } }) };
    const id = uuidFrom(delivery.commandId, 'group');
    const size = answered.length;
    const theme = themeIn(command);
    const group = { id, size, ...(theme && { theme }) };
    const singlesIn = (facts: ActivityFacts) =>
      answered.map(
        ({ field, what }): Single => ({
          field,
          stream: officialAnswerStream(what.aboutId),
          asked: { ...said, ...facts, ...what, ...((size > 1 || theme) && { group }) },
          delivery: { ...based, commandId: uuidFrom(delivery.commandId, what.aboutId) },
        }),
      );
    return this.facts.inActivity({ activityId: command.activityId }, async (facts) => {
      const singles = singlesIn(facts);
      await this.mustAllBePossible(singles, command.note);
      const handled: Handled<OfficialAnswerPublished>[] = [];
      for (const { stream, asked, delivery } of singles) handled.push(await this.handle(stream, asked, delivery));
      const position = Math.max(...handled.map((one) => one.position));
      const unchanged = handled.every((one) => one.unchanged);
      // What stands already is of an earlier group, if of any.
      return acceptedAs((unchanged && handled[0]?.events[0]?.data.group?.id) || id, { position, unchanged });
    });
  }

  /** Nothing is recorded where one of them is refused. What this very command has answered before is not judged again. */
  private async mustAllBePossible(singles: readonly Single[], note: string | undefined): Promise<void> {
    const histories = await Promise.all(singles.map(({ stream }) => this.store.readStream<OfficialAnswerPublished>(stream)));
    const done = await Promise.all(singles.map((one, index) => this.isDone(one, histories[index]!)));
    const open = singles.flatMap((one, index) => (done[index] ? [] : [{ one, history: histories[index]! }]));
    if (note !== undefined && histories.every(({ length }) => length === 0))
      throw new Rejection('VALIDATION_FAILED', { field: 'note', params: { constraint: 'doesNotFit' } });
    const faults = new Faults();
    for (const { one, history } of open) {
      const { initialState, evolve } = officialAnswerDecider;
      const state = history.reduce<ReturnType<typeof evolve>>((before, event) => evolve(before, event, event.revision), initialState);
      const decided = faults.of(() => namedAsAsked(one.field, () => officialAnswerDecider.decide(one.asked, state)));
      if (decided && decided.length > 0 && one.delivery.basedOn) await mustBeOfVersion(this.store, one.stream, one.delivery.basedOn);
    }
    faults.refuse();
  }

  /** Whether this command recorded an answer there, or found that the very same stood. */
  private async isDone({ delivery: { commandId, metadata } }: Single, history: readonly Recorded[]): Promise<boolean> {
    return history.some(({ id }) => id === commandId) || (await this.store.answers.find(commandId, metadata.request)) !== undefined;
  }
}

/** @throws Rejection VALIDATION_FAILED where a theme has no name */
function themeIn({ themeTitle, themeSummary }: Pick<AnswerStatements, 'themeTitle' | 'themeSummary'>) {
  if (themeTitle !== undefined) return { title: themeTitle, summary: themeSummary ?? null };
  if (themeSummary === undefined) return undefined;
  throw new Rejection('VALIDATION_FAILED', { field: 'themeTitle', params: { constraint: 'isMissing' } });
}

/** @throws Rejection whose field is that of the command */
function namedAsAsked<T>(field: string, decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Rejection && error.details.field === 'aboutId') throw new Rejection(error.code, { field });
    throw error;
  }
}
