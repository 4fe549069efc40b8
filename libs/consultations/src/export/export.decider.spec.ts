import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import {
  above,
  below,
  beside,
  deliberationIn,
  draftedConsultation,
  holding,
  pollIn,
  publishedConsultation,
  unit,
} from '../consultation/consultation.fixture';
import { holdsFiles, methodExports, methods } from '../methods/methods.contract';
import { consultationExports, type ContributionsExported } from './export.contract';
import { exportDecider, type ExportCommand } from './export.decider';

const consultationId = 'consultation-1';
const consultation = publishedConsultation(consultationId);
const said = { exportId: 'export-1', consultationId, purpose: 'For the report' } as const;
const asking = { type: 'ExportContributions', ...said, consultation, actor: holding('analyst', unit) } as const;
const exporting: ExportCommand = {
  ...asking,
  activityId: 'activity-1',
  activity: deliberationIn(consultationId),
  contents: 'statements',
};
const ofConsultation: ExportCommand = { ...asking, activityId: null, activity: undefined, contents: 'comments' };
const exported: ContributionsExported = {
  type: 'ContributionsExported',
  data: { ...said, activityId: 'activity-1', contents: 'statements', by: 'analyst-1' },
};

describe('an export', () => {
  it('is recorded with what is taken, why and by whom, once', () => {
    given(exportDecider).when(exporting).then([exported]);
    given(exportDecider, [exported]).when(exporting).thenRejected('ALREADY_DONE');
  });

  it.each(methodExports)('may be of the %s of an activity', (contents) => {
    const { method } = methods.find(({ exports }) => exports.some((one) => one === contents))!;
    const [asked, data] = [{ ...exporting, activity: { ...exporting.activity!, method }, contents }, { ...exported.data, contents }];
    const official = holding('official', unit);
    given(exportDecider)
      .when({ ...asked, actor: official })
      .then([{ type: 'ContributionsExported', data: { ...data, by: official.accountId } }]);
    // Files of people are for those who run consultations, and not for whoever makes figures of them.
    if (holdsFiles(contents)) given(exportDecider).when(asked).thenRejected('FORBIDDEN_ROLE');
    else given(exportDecider).when(asked).then([{ type: 'ContributionsExported', data }]);
    given(exportDecider)
      .when({ ...ofConsultation, contents })
      .thenRejected('ACTIVITY_NOT_FOUND');
  });

  it.each(consultationExports)('may be of the %s of a consultation', (contents) => {
    given(exportDecider)
      .when({ ...ofConsultation, contents })
      .then([{ type: 'ContributionsExported', data: { ...exported.data, activityId: null, contents } }]);
    given(exportDecider)
      .when({ ...exporting, contents })
      .thenRejected('VALIDATION_FAILED');
  });

  it('is possible before the opening, while a consultation is open, and after', () => {
    for (const recorded of [{ opened: false, closed: false }, { opened: true }, { opened: true, closed: true }]) {
      const phases = consultation.phases.map((phase) => ({ ...phase, ...recorded }));
      given(exportDecider)
        .when({ ...exporting, consultation: { ...consultation, phases } })
        .then([exported]);
    }
  });

  it('needs a published consultation: a draft is refused like one that never was, no matter who asks', () => {
    for (const consultation of [undefined, draftedConsultation(consultationId)]) {
      for (const actor of [exporting.actor, holding('analyst', beside)]) {
        given(exportDecider)
          .when({ ...exporting, consultation, actor })
          .thenRejected('CONSULTATION_NOT_FOUND');
      }
    }
  });

  it('needs an activity of that consultation', () => {
    for (const activity of [undefined, deliberationIn('another')]) {
      given(exportDecider)
        .when({ ...exporting, activity })
        .thenRejected('ACTIVITY_NOT_FOUND');
    }
  });

  it('is for those who may in the unit of the consultation, or above', () => {
    given(exportDecider)
      .when({ ...exporting, actor: holding('analyst', above) })
      .then([exported]);
    for (const actor of [holding('analyst', beside), holding('analyst', below), holding('moderator', unit)]) {
      for (const command of [exporting, ofConsultation]) {
        given(exportDecider)
          .when({ ...command, actor })
          .thenRejected('FORBIDDEN_ROLE');
      }
    }
  });

  it('takes no statements out of a poll, which has none', () => {
    const poll = { ...exporting, activity: pollIn(consultationId, false) };
    given(exportDecider).when(poll).thenRejected('WRONG_METHOD');
    given(exportDecider)
      .when({ ...poll, contents: 'votes' })
      .then([{ type: 'ContributionsExported', data: { ...exported.data, contents: 'votes' } }]);
  });
});
