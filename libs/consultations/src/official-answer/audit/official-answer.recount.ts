import {
  CompactTable,
  FilesOnRecord,
  rule,
  ruleBook,
  saltedHash,
  type ActsInWords,
  type Judged,
  type RuleBook,
  type RulesOf,
} from '@isegoria/audit-kit';
import type { KnownActivities } from '../../activity/audit/activity-facts.recount';
import type { StatementSubmitted } from '../../methods/deliberation/statement/statement.contract';
import type { KnownPapers } from '../../methods/document/audit/known-papers.recount';
import type { TextDecidedOn } from '../../methods/survey/written/written-text.contract';
import type { OfficialAnswerPublished } from '../official-answer.contract';

export const actsOfOfficialAnswers: ActsInWords<OfficialAnswerPublished> = {
  OfficialAnswerPublished: ({ by, about, aboutId, named: name, textVersion, stance, text, note, group, documents = [] }) => {
    const under = group?.theme ? ` under the theme "${group.theme.title}"` : '';
    const version = textVersion === undefined ? '' : ` as of version ${textVersion}`;
    const answered = note === null ? 'answered' : `answered anew ("${note}")`;
    return `${about} ${name ?? aboutId}${version} ${answered}${under} by account ${by} (${stance}): "${text}"${named(documents)}`;
  },
};

const named = (documents: readonly { readonly file: string; readonly name: string }[]) =>
  documents.map(({ file, name }) => `, with file ${file} ("${name}")`).join('');

const filesOf = ({ documents = [] }: Pick<OfficialAnswerPublished['data'], 'documents'>) => JSON.stringify(documents);

const themeOf = (group: OfficialAnswerPublished['data']['group']) =>
  JSON.stringify(group?.theme ? [group.theme.title, group.theme.summary] : []);

const saidByGroup = ({ activityId, about, stance, text, by, group, documents }: OfficialAnswerPublished['data']) =>
  JSON.stringify([activityId, about, stance, text, by, group!.size, themeOf(group), filesOf({ documents })]);

const isOfMany = ({ about }: OfficialAnswerPublished['data']) => about === 'statement' || about === 'text';

/** What is answered under a name. */
const nameIn = ({ activityId, about, named }: OfficialAnswerPublished['data']) =>
  named === undefined ? undefined : JSON.stringify([activityId, about, named]);

/** What keeps official answers within the rules. */
export function rulesOfOfficialAnswers(activities: KnownActivities, papers: KnownPapers): RuleBook {
  const files = new FilesOnRecord();
  /** The activity of each statement. */
  const statements = new Map<string, string>();
  /** The texts of surveys that are listed, by activity and name. */
  const listed = new CompactTable();
  const textOf = ({ activityId, text }: Pick<TextDecidedOn['data'], 'activityId' | 'text'>) => saltedHash(`${activityId} ${text}`);
  /** What has a name in its activity, and the id under which it was answered; and the other way round. */
  const ids = new Map<string, string>();
  const standing = new Map<string, Pick<OfficialAnswerPublished['data'], 'stance' | 'text' | 'group' | 'documents'>>();
  /** What the answers of each group say, and what is answered by them. */
  const groups = new Map<string, { readonly says: string; readonly answered: Set<string> }>();
  const rules: RulesOf<OfficialAnswerPublished> = {
    OfficialAnswerPublished: [
      rule(
        'official-answer-to-published',
        'An office answers in a consultation that is published and not cancelled, and of which the activity is.',
        ({ data: { consultationId, activityId } }) => {
          const activity = activities.of(activityId);
          return activity?.consultationId === consultationId && activity.consultation.isPublished && !activity.consultation.isCancelled;
        },
      ),
      rule(
        'official-answer-to-what-is-there',
        'An office answers an activity, or a question or a paragraph of it, when its phase is over, a statement made in it, or a text ' +
          'that is listed or was when it was first answered. To a paragraph it says the version of the text, which has the paragraph.',
        ({ data: { activityId, about, aboutId, named, textVersion }, time }) => {
          if ((about === 'paragraph') !== (textVersion !== undefined)) return false;
          if (about === 'statement') return statements.get(aboutId) === activityId;
          if (about === 'text' && standing.has(aboutId)) return true;
          if (about === 'text') return named !== undefined && listed.get(...textOf({ activityId, text: named })) === 1;
          const { consultation, phaseId, settings } = activities.of(activityId)!;
          const questions = 'questionnaire' in settings ? settings.questionnaire.sections.flatMap((section) => section.questions) : [];
          const isThere =
            about === 'paragraph'
              ? papers.hasIn(activityId, named ?? '', textVersion!)
              : about === 'question'
                ? questions.some(({ id }) => id === named)
                : aboutId === activityId;
          return isThere && (consultation.isClosed(phaseId) || !!consultation.phase(phaseId)?.mayBeOver(time));
        },
      ),
      rule(
        'official-answer-one-id-a-name',
        'A paragraph of a document, and a question or a text of a survey, is answered under one id, which nothing else has; what has an ' +
          'id of its own has no such name.',
        ({ data }) => {
          const name = nameIn(data);
          if (name === undefined) return !ids.has(data.aboutId);
          const isNamed = data.about === 'paragraph' || data.about === 'question' || data.about === 'text';
          return isNamed && (ids.get(name) ?? data.aboutId) === data.aboutId && (ids.get(data.aboutId) ?? name) === name;
        },
        ({ data }) => {
          const name = nameIn(data);
          if (name !== undefined) ids.set(name, data.aboutId).set(data.aboutId, name);
        },
      ),
      rule(
        'official-answer-corrected-with-note',
        'The first answer to something has no note; each later one differs from it, and says why.',
        ({ data: { aboutId, stance, text, note, group, documents } }) => {
          const before = standing.get(aboutId);
          if (!before) return note === null;
          const says = before.stance !== stance || before.text !== text || themeOf(before.group) !== themeOf(group);
          return !!note && (says || filesOf(before) !== filesOf({ documents }));
        },
        ({ data: { aboutId, stance, text, group, documents } }) => void standing.set(aboutId, { stance, text, group, documents }),
      ),
      rule(
        'official-answers-of-group-alike',
        'Answers of a group are to different statements or texts of one activity, at most as many as it says, and alike in all but that.',
        ({ data }) => {
          if (!data.group) return true;
          const { id, size, theme } = data.group;
          if (theme && !theme.title.trim()) return false;
          const known = groups.get(id);
          if (!isOfMany(data) || size < (theme ? 1 : 2) || (known && known.says !== saidByGroup(data))) return false;
          return !known || (known.answered.size < size && !known.answered.has(data.aboutId));
        },
        ({ data }) => {
          if (!data.group) return;
          const known = groups.get(data.group.id) ?? { says: saidByGroup(data), answered: new Set<string>() };
          groups.set(data.group.id, known);
          known.answered.add(data.aboutId);
        },
      ),
      ...files.rules<OfficialAnswerPublished>(({ documents = [] }) => ({ picture: null, documents })),
    ],
  };
  return ruleBook<OfficialAnswerPublished>(rules, {
    ...files.remembers,
    StatementSubmitted: ({ data }: Judged<StatementSubmitted>) => void statements.set(data.statementId, data.activityId),
    TextDecidedOn: ({ data }: Judged<TextDecidedOn>) => listed.set(...textOf(data), data.decision === 'listed' ? 1 : 0),
  });
}
