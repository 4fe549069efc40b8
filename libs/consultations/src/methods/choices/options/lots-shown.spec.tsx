import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { WithdrawnFiles, type Entry } from '@isegoria/audit-kit';
import { TextsContext, textsIn } from '@isegoria/ui';
import { ShownConsultation } from '../../../consultation/audit/shown-consultation.recount';
import { sampleIds } from '../../../streams.contract';
import { Lots } from './lots.page';
import './options.texts';

const { consultationId, activityId, phaseId, by } = sampleIds;
const lotsSeed = '9f86d081884c7d659a2feaa0c55ad015';
const options = ['1', '2', '3'].map((id) => ({ id, text: `Option ${id}` }));

describe('the lots of a vote', () => {
  const page = (drawnFrom?: string) =>
    renderToString(
      <TextsContext.Provider value={textsIn('en')}>
        <Lots drawnFrom={drawnFrom} options={options} />
      </TextsContext.Provider>,
    );

  it('stand on its page with what they are drawn from, and not before they are drawn', () => {
    expect(page(`${lotsSeed}:${activityId}`)).toContain(`<code dir="ltr">${lotsSeed}:${activityId}</code>`);
    expect(page()).not.toContain('<li>');
    expect(page()).toContain('drawn when the consultation is published');
    expect(page(activityId)).not.toContain('at random');
  });

  it('are what the site has to answer with, by the publication alone', () => {
    const entry = { seq: 1, position: 1 } as Entry;
    const begun = { consultationId, unit: 'root', title: 'T', description: 'D', language: 'en', by, externalId: null } as const;
    const phases = [{ phaseId, title: null }];
    const shown = new ShownConsultation(entry, { ...begun, phases, countsFrom: 'email' }, new WithdrawnFiles());
    const settings = { multiple: false, options, ties: 'lot' } as const;
    shown.draft(entry, { activityId, consultationId, phaseId, method: 'poll', title: null, settings, by });
    const dates = { opensAt: '2026-03-01T00:00:00.000Z', closesAt: '2026-04-01T00:00:00.000Z' };
    const answer = () => JSON.stringify(shown.view([Date.parse('2026-03-02')]));
    expect(answer()).not.toContain('"lots"');
    shown.publish({ ...entry, seq: 2 }, { consultationId, phases: [{ phaseId, ...dates }], lotsSeed, by });
    expect(answer()).toContain(`${lotsSeed}:${activityId}`);
  });
});
