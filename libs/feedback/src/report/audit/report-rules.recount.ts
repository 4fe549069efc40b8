import { Stages, rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import { isSealed } from '../../consultations/open-consultations.recount';
import type { ContributionReported, ReportEvent } from '../report.contract';

/** What keeps reports within the rules. Their bodies are withheld: everybody sees that one was made, auditors what it says. */
export function rulesOfReports(): RuleBook {
  return ruleBook<ReportEvent>({
    ContributionReported: [
      new Stages('made').begins('made', 'report-begins', 'A report is the first event of its stream.'),
      rule<ContributionReported>(
        'report-sealed',
        'The words of a report are sealed.',
        ({ data }) => data.text === null || isSealed(data.text),
      ),
    ],
  });
}
