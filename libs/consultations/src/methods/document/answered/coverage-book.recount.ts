import type { CountedEvent } from '../../method/method.recount';
import { DeliberationBook } from '../../deliberation/vote/deliberation-book.recount';
import { mayRead } from '../../deliberation/statement/audit/statement-text.recount';
import type { CoverageCounts, CoverageView, ParagraphCoverage } from './coverage.contract';

type Counts = { -readonly [Member in keyof CoverageCounts]: CoverageCounts[Member] };
const nothing = (): Counts => ({ annotations: 0, open: 0, accepted: 0, partly: 0, rejected: 0, noted: 0 });

/** What people wrote to a document, which is counted as statements are, and what the office answered to it. */
export class DocumentBook extends DeliberationBook {
  /** The paragraph of each annotation. */
  private readonly places = new Map<string, string>();
  /** Those that propose other words. */
  private readonly proposals = new Set<string>();
  private readonly stances = new Map<string, keyof CoverageCounts>();
  /** The names of the paragraphs of the version that stands, in their order. */
  private paragraphs: readonly string[] = [];
  private coming: readonly string[] = [];

  override take(event: CountedEvent): void {
    super.take(event);
    const { type, data } = event;
    if (type === 'StatementSubmitted' && data.at) this.places.set(data.statementId, data.at.paragraph);
    if (type === 'StatementSubmitted' && data.at?.replaces) this.proposals.add(data.statementId);
    if (type === 'OfficialAnswerPublished' && data.about === 'statement') this.stances.set(data.aboutId, data.stance);
    if (type === 'DocumentWritten') {
      const own = data.blocks.filter(({ kind }) => kind === 'paragraph').map(({ id }) => id);
      this.coming = data.part === 1 ? own : [...this.coming, ...own];
    }
    if (type === 'DocumentRevised' || (type === 'DocumentWritten' && data.version === 1)) this.paragraphs = this.coming;
  }

  /** How much of it is answered. */
  coverage(): Omit<CoverageView, 'activityId' | 'position'> {
    const [whole, proposals] = [nothing(), nothing()];
    const each = new Map<string, Counts>();
    for (const { id, status } of this.statements.values()) {
      const paragraph = this.places.get(id);
      if (paragraph === undefined || !mayRead(status, this.settings)) continue;
      const own = each.get(paragraph) ?? nothing();
      each.set(paragraph, own);
      for (const counts of [whole, own, ...(this.proposals.has(id) ? [proposals] : [])]) {
        counts.annotations += 1;
        counts[this.stances.get(id) ?? 'open'] += 1;
      }
    }
    return { ...whole, proposals, paragraphs: [...each].map(([paragraph, counts]) => this.covered(paragraph, counts)).sort(inOrder) };
  }

  private covered(paragraph: string, counts: Counts): ParagraphCoverage {
    const at = this.paragraphs.indexOf(paragraph);
    return { paragraph, number: at < 0 ? null : at + 1, ...counts };
  }
}

const inOrder = (one: ParagraphCoverage, other: ParagraphCoverage) =>
  (one.number ?? Infinity) - (other.number ?? Infinity) || Number(one.paragraph.slice(1)) - Number(other.paragraph.slice(1));
