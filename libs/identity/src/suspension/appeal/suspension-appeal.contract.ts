import { IsBoolean, IsUUID, MaxLength } from 'class-validator';
import { ModeratorsDecision, type ModerationRule } from '@isegoria/content';
import { IsPlainText, command, event, limits, stream, type DomainEvent, type RecordedText } from '@isegoria/kernel';
import { suspensions } from '../suspension.contract';

export class AppealSuspension {
  @IsUUID()
  suspensionId: string;

  /** Why the suspension is wrong, for moderators alone. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  text: string;
}
/** For the holder of the account, once and while it is suspended. */
export const appealSuspension = command(AppealSuspension, {
  route: 'POST /suspensions/:suspensionId/appeal',
  may: 'participate',
  summary: 'Appeal against the suspension of the own account; another person than the one who ordered it decides',
});

export class DecideSuspensionAppeal extends ModeratorsDecision {
  @IsUUID()
  suspensionId: string;

  /** Whether the suspension ends. */
  @IsBoolean()
  granted: boolean;
}
export const decideSuspensionAppeal = command(DecideSuspensionAppeal, {
  route: 'POST /suspensions/:suspensionId/appeal/decision',
  may: 'moderate',
  summary: 'Grant an appeal against a suspension, which ends it, or dismiss the appeal; not by whoever ordered the suspension',
});

const suspensionId = '505e0000-0000-4000-8000-000000000001';

/** The words are sealed under a pseudonym of this suspension alone, so that nothing in it leads to the account or to what it wrote. */
const appealed = stream('appealed-<suspensionId>', 'withheld');

export type SuspensionAppealed = DomainEvent<'SuspensionAppealed', { suspensionId: string; text: RecordedText }>;
export const suspensionAppealed = event<SuspensionAppealed>('SuspensionAppealed', {
  stream: appealed,
  says: 'The holder of a suspended account says why that is wrong; `text` is sealed. Whose account it is, is in no entry.',
  sample: { suspensionId, text: { sealed: `2.000102030405060708090a0b0c0d0e0f.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}` } },
});

export type SuspensionAppealDecided = DomainEvent<
  'SuspensionAppealDecided',
  { suspensionId: string; granted: boolean; by: string; reason: string; rule?: ModerationRule }
>;
export const suspensionAppealDecided = event<SuspensionAppealDecided>('SuspensionAppealDecided', {
  stream: suspensions,
  says: 'Another moderator or administrator decides on the appeal: the suspension ends (`granted`), or it stays.',
  may: 'moderate',
  act: { subject: 'suspensionId' },
  sample: { suspensionId, granted: true, by: 'ad000000-0000-4000-8000-000000000001', reason: 'It was said in jest.' },
});

export type SuspensionAppealEvent = SuspensionAppealed | SuspensionAppealDecided;
export const eventsOfSuspensionAppeals = [suspensionAppealed, suspensionAppealDecided] as const;
