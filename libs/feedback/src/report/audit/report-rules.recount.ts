import { Stages, rule, ruleBook, isSealed, type RuleBook } from '@isegoria/audit-kit';
import type { Written } from '../../consultations/written.recount';
import type { ContributionReported, ReportEvent } from '../report.contract';

/** What keeps reports within the rules. Their bodies are withheld: everybody sees that one was made, auditors what it says. */
export function rulesOfReports(written: Written): RuleBook {
  const reports = new Stages('made', 'decided');
  return ruleBook<ReportEvent>({
    ContributionReported: [
      reports.begins('made', 'report-begins', 'A report is the first event of its stream.'),
      rule<ContributionReported>(
        'report-of-written',
        'A report is about a comment, a question or a statement of the consultation that it names.',
        ({ data }) => written.isIn(data.consultationId, data.item, data.itemId),
      ),
      rule<ContributionReported>(
        'report-sealed',
        'The words of a report are sealed.',
        ({ data }) => data.text === null || isSealed(data.text),
      ),
    ],
    ReportDecided: [reports.follows(['made'], 'report-decided-once', 'A report is decided on once.', 'decided')],
  });
}
