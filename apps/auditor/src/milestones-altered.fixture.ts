import type { RowAlteration } from './row-alteration.fixture';

const set = (does: string, change: string, saidBy = 'MilestoneSet'): RowAlteration => ({
  does,
  saidBy,
  exitCode: 21,
  statement: ({ milestoneId }) => [`UPDATE milestone SET ${change} WHERE id = $1`, milestoneId],
});

/** A consultation says how many of its milestones are overdue, and is read before them. */
const countedIn = 'ConsultationDrafted';

/** What an insider does to the steps that follow an outcome. */
export const milestoneAlterations: readonly RowAlteration[] = [
  set('what is done about an outcome', `title = 'The plan is forgotten'`),
  set('what that means', `text = 'Nothing.'`),
  set('who does it', `responsible = 'Nobody'`),
  set('by when it is done', `due_at = due_at + interval '1 year'`, countedIn),
  set('that it is late', `due_at = now() + interval '1 year'`, countedIn),
  set('that it was late when it was done', `is_late = false, due_at = now() + interval '1 year'`, countedIn),
  set('by when it is done now', `moved = jsonb_set(moved, '{dueAt}', '"2028-01-01T00:00:00.000Z"')`),
  set('when it was moved', `moved = jsonb_set(moved, '{movedAt}', '"2028-01-01T00:00:00.000Z"')`),
  set('why it was moved', `moved = jsonb_set(moved, '{note}', '"x"')`),
  set('that it was moved', `moved = NULL`),
  set('what shows it', `evidence = 'x'`),
  set('where it stands', `status = 'done'`, countedIn),
  set('where everybody can see it', `links = jsonb_set(links, '{0,address}', '"https://elsewhere.example/"')`),
  set('what that address shows', `links = jsonb_set(links, '{0,words}', '"x"')`),
  set('a file that nobody added', `documents = '[{"file": "f", "name": "x", "size": 1}]'`),
  set('what it follows', `activity_id = NULL`),
  set('who said what it follows', `statement_id = id`),
  set('when it was announced', `planned_at = planned_at - interval '9 days'`),
  set('by when it was to be done before', `earlier = jsonb_set(earlier, '{0,dueAt}', '"2028-01-01T00:00:00.000Z"')`),
  set('where it stood before', `earlier = jsonb_set(earlier, '{0,status}', '"inProgress"')`),
  set('why it was changed', `earlier = jsonb_set(earlier, '{0,note}', '"x"')`),
  {
    does: 'that something is done',
    saidBy: 'ConsultationDrafted',
    exitCode: 21,
    statement: ({ milestoneId }) => ['DELETE FROM milestone WHERE id = $1', milestoneId],
  },
];
