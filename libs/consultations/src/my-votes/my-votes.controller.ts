import { Controller, Inject } from '@nestjs/common';
import { EventStore } from '@isegoria/event-sourcing';
import { limits, topicOf, type CommandMessage, type Recorded } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { ballotStream } from '../ballot/ballot.decider';
import type { BallotEvent } from '../ballot-exclusion/ballot-exclusion.contract';
import { Facts } from '../facts.service';
import { hidingKeys, openedChoice } from '../hidden-results/hidden-ballot';
import type { MayBeHidden } from '../hidden-results/hidden-results.contract';
import type { CastEvent } from '../methods/methods.contract';
import type { MotionBallotCast } from '../methods/motion/motion.contract';
import type { ScoresCast } from '../methods/score-vote/score-vote.contract';
import { methods } from '../methods/methods.decider';
import { showOwnVotes, type OwnVoteRecord, type OwnVoteRecords, type ShowOwnVotes } from './my-votes.contract';

const nobody: OwnVoteRecords = { consultationId: null, items: [], next: null, count: 0 };

/** What people have cast, and the receipts for it: what a receipt says is in the log, so none is kept. */
@Controller()
export class MyVotesController {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
  ) {}

  @Handles(showOwnVotes)
  async show({ command: { activityId, from }, context }: CommandMessage<ShowOwnVotes>): Promise<OwnVoteRecords> {
    const { accountId } = signedIn(context);
    const consultationId = await this.facts.inActivity({ activityId }, async ({ activity }) => activity.consultationId);
    const voter = await this.keys.pseudonym(accountId, consultationId);
    const casts = (await this.store.readStream<BallotEvent>(ballotStream(activityId, voter))).filter(isCast);
    if (casts.length === 0) return { ...nobody, consultationId };
    const standing = new Map(casts.map((cast) => [aboutOf(cast), cast.revision]));
    const older = casts.filter(({ revision }) => from === 'newest' || revision < Number(from)).reverse();
    const page = older.slice(0, limits.pageSize);
    const open = await this.opened(activityId, page);
    const items = open.map((cast) => this.recordOf(cast, standing.get(aboutOf(cast)) !== cast.revision));
    return { consultationId, items, next: older.length > page.length ? String(page.at(-1)!.revision) : null, count: casts.length };
  }

  /** What only the person sees before the closing. */
  private async opened(activityId: string, casts: readonly Recorded<CastEvent>[]): Promise<Recorded<CastEvent>[]> {
    const opened: Recorded<CastEvent>[] = [];
    for (const cast of casts) {
      const { hidden } = cast.data as MayBeHidden;
      if (!hidden) opened.push(cast);
      else {
        const { key } = await hidingKeys(this.keys, activityId);
        const data = { ...cast.data, ...openedChoice(key, activityId, hidden.text) };
        // The receipt is for what is stored.
        opened.push({ ...cast, data, stored: cast.stored ?? cast.data } as Recorded<CastEvent>);
      }
    }
    return opened;
  }

  private recordOf(cast: Recorded<CastEvent>, replaced: boolean): OwnVoteRecord {
    const data = cast.data as Partial<OwnVoteRecord & MotionBallotCast['data'] & ScoresCast['data']>;
    const given = data.scores?.map(({ option, score }) => `${option}:${score}`) ?? [];
    const { statementId = null, choice = null, vote, options = vote ? [vote] : given } = data;
    return { castAt: cast.recordedAt, statementId, choice, options, replaced, receipt: this.receipts.receiptFor(cast) };
  }
}

const casting = new Map(methods.map((method) => [method.contract.castEvent as string, method.casts]));

function isCast(event: Recorded<BallotEvent>): event is Recorded<CastEvent> {
  return casting.has(event.type);
}

/** What a vote is about: the last one about the same thing counts. */
function aboutOf(cast: Recorded<CastEvent>): string {
  return topicOf(casting.get(cast.type)!, cast.data) ?? '';
}
