import { CompactTable, rule, ruleBook, saltedHash, type ActsInWords, type Judged, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { KnownActivities } from '../../../../activity/audit/activity-facts.recount';
import type { Contribution } from '../../../../late/contribution-rules.recount';
import type { ResponseSubmitted } from '../../response/response.contract';
import type { PaperFormConfirmed, PaperFormEntered, PaperFormEvent, PaperFormSentBack } from './paper-entry.contract';

export const actsOfPaperForms: ActsInWords<PaperFormEvent> = {
  PaperFormEntered: ({ by, form, answers }) => `paper form ${form} entered by account ${by}; its answers commit to ${answers}`,
  PaperFormSentBack: ({ by, form, reason }) => `paper form ${form} sent back by account ${by}: "${reason}"`,
  PaperFormConfirmed: ({ by, form }) => `paper form ${form} confirmed by account ${by}: it counts`,
};

interface PaperRules {
  readonly activities: KnownActivities;
  readonly contributions: readonly Rule<Contribution>[];
  /** Whether answers with this commitment stand under this name. */
  readonly given: (data: Pick<ResponseSubmitted['data'], 'activityId' | 'voter' | 'answers'>) => boolean;
}

interface Form {
  readonly enteredBy: string;
  readonly answers: string;
  readonly voter: string;
  status: 'waiting' | 'sentBack' | 'confirmed';
}

/** What keeps forms that came back on paper within the rules. */
export function rulesOfPaperForms({ activities, contributions, given }: PaperRules): RuleBook {
  const forms = new Map<string, Form>();
  /** The form of each name under which answers stand. */
  const formOf = new Map<string, string>();
  /** Everybody who sent a response, by activity. */
  const people = new CompactTable();
  const nameOf = ({ activityId, form }: PaperFormEvent['data']) => `${activityId} ${form}`;
  const under = ({ activityId, voter }: { activityId: string; voter: string }) => `${activityId} ${voter}`;
  const standing = ({ data }: Judged<PaperFormEvent>) => forms.get(nameOf(data));
  const inItsSurvey = <Event extends PaperFormEvent>(): Rule<Event> =>
    rule<Event>('paper-form-of-survey', 'Forms are of a survey that was drafted, and name its consultation.', ({ data }) => {
      const activity = activities.of(data.activityId);
      return activity?.method === 'survey' && activity.consultationId === data.consultationId;
    });
  const waiting = <Event extends PaperFormSentBack | PaperFormConfirmed>(status: Form['status']): Rule<Event> =>
    rule<Event>(
      'paper-form-checked-once',
      'A form is confirmed or sent back once it was entered, and once, for the answers that were entered.',
      (event) => {
        const form = standing(event);
        return form?.status === 'waiting' && form.answers === event.data.answers && form.voter === event.data.voter;
      },
      (event) => void (standing(event)!.status = status),
    );
  return ruleBook<PaperFormEvent>(
    {
      PaperFormEntered: [
        inItsSurvey<PaperFormEntered>(),
        rule<PaperFormEntered>(
          'paper-form-entered-once',
          'A form is entered once, and again only after it was sent back.',
          (event) => (standing(event)?.status ?? 'sentBack') === 'sentBack',
        ),
        rule<PaperFormEntered>(
          'paper-form-answers-its-own',
          'The answers of a form stand before it, under a name that is no person’s and no other form’s.',
          ({ data }) => {
            const isOfPerson = people.get(...saltedHash(under(data))) !== 0;
            return given(data) && !isOfPerson && (formOf.get(under(data)) ?? nameOf(data)) === nameOf(data);
          },
          ({ data }) => {
            const { by: enteredBy, answers, voter } = data;
            forms.set(nameOf(data), { enteredBy, answers, voter, status: 'waiting' });
            formOf.set(under(data), nameOf(data));
          },
        ),
      ],
      PaperFormSentBack: [inItsSurvey<PaperFormSentBack>(), waiting<PaperFormSentBack>('sentBack')],
      PaperFormConfirmed: [
        inItsSurvey<PaperFormConfirmed>(),
        rule<PaperFormConfirmed>(
          'paper-form-confirmed-by-another',
          'Whoever entered a form does not confirm it.',
          (event) => standing(event)?.enteredBy !== event.data.by,
        ),
        waiting<PaperFormConfirmed>('confirmed'),
        ...(contributions as readonly Rule<PaperFormConfirmed>[]),
      ],
    },
    { ResponseSubmitted: ({ data }: Judged<ResponseSubmitted>) => people.set(...saltedHash(under(data)), 1) },
  );
}
