import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { ConsultationState } from '../consultation/consultation.decider';
import type { ContributionsExported } from '../events.contract';
import { exportContents } from '../methods/methods.contract';
import { exportDecider, type ExportCommand } from './export.decider';

const published: ConsultationState = {
  kind: 'deliberation',
  externalId: null,
  settings: { moderation: 'before', poll: null },
  opensAt: 1,
  closesAt: 2,
  opened: true,
  closed: true,
  outcome: null,
};
const data = {
  exportId: 'export-1',
  consultationId: 'consultation-1',
  contents: 'statements',
  purpose: 'For the report',
  by: 'analyst-1',
} as const;
const exporting: ExportCommand = { type: 'ExportContributions', ...data, consultation: published };
const exported: ContributionsExported = { type: 'ContributionsExported', data };

describe('an export', () => {
  it('is recorded with what is taken, why and by whom, once', () => {
    given(exportDecider).when(exporting).then([exported]);
    given(exportDecider, [exported]).when(exporting).thenRejected('ALREADY_DONE');
  });

  it.each(exportContents)('may be of %s', (contents) => {
    given(exportDecider)
      .when({ ...exporting, contents })
      .then([{ type: 'ContributionsExported', data: { ...data, contents } }]);
  });

  it('is possible before the opening, while a consultation is open, and after', () => {
    for (const change of [{ opened: false, closed: false }, { closed: false }, {}]) {
      given(exportDecider)
        .when({ ...exporting, consultation: { ...published, ...change } })
        .then([exported]);
    }
  });

  it('needs a published consultation: a draft is refused like one that never was', () => {
    for (const consultation of [undefined, { ...published, opensAt: null, closesAt: null }]) {
      given(exportDecider)
        .when({ ...exporting, consultation })
        .thenRejected('CONSULTATION_NOT_FOUND');
    }
  });

  it('takes no statements out of a poll, which has none', () => {
    const poll: ConsultationState = {
      ...published,
      kind: 'poll',
      settings: { moderation: null, poll: { multiple: false, options: [{ id: '1', text: 'Red' }] } },
    };
    given(exportDecider)
      .when({ ...exporting, consultation: poll })
      .thenRejected('CONSULTATION_WRONG_KIND');
    given(exportDecider)
      .when({ ...exporting, consultation: poll, contents: 'votes' })
      .then([{ type: 'ContributionsExported', data: { ...data, contents: 'votes' } }]);
  });
});
