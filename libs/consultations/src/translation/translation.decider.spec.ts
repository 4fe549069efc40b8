import { describe, expect, it } from '@jest/globals';
import { fold, given as givenDecider } from '@isegoria/event-sourcing';
import type { Rejection } from '@isegoria/kernel';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationDecider } from '../consultation/consultation.decider';
import { beside, closesAt, firstPhase, holding, opensAt, unit, whileOpen } from '../consultation/consultation.fixture';
import type { ConsultationTranslated } from './translation.contract';

const consultationId = '6b1f7f0e-9a1f-4f0e-8a6b-0d6a2f4b1c01';
const by = 'official-1';
const words = { title: 'Buses', description: 'Which?', language: 'en' } as const;
const drafted: ConsultationEvent = {
  type: 'ConsultationDrafted',
  data: { consultationId, unit, ...words, phases: [{ phaseId: firstPhase!, title: null }], countsFrom: 'email', by, externalId: null },
};
const given = (...events: ConsultationEvent[]) => givenDecider(consultationDecider, events);
const texts = [{ of: 'Buses', text: 'Les bus' }];
const translate = (said: object = {}, actor = holding('official', unit)) => ({
  ...{ type: 'TranslateConsultation', consultationId, language: 'fr', texts, ...said },
  actor,
  now: whileOpen,
});
const translated = (said: Partial<ConsultationTranslated['data']> = {}): ConsultationEvent => ({
  type: 'ConsultationTranslated',
  data: { consultationId, language: 'fr', texts, by, ...said },
});

describe('the translation of a consultation', () => {
  it('is into another language, and replaces the one before', () => {
    given(drafted).when(translate()).then([translated()]);
    given(drafted, translated())
      .when(translate({ texts: [] }))
      .then([translated({ texts: [] })]);
    given(drafted)
      .when(translate({ language: 'en' }))
      .thenRejected('VALIDATION_FAILED');
  });

  it('has each text once', () => {
    given(drafted)
      .when(translate({ texts: [...texts, { of: 'Buses', text: 'Autobus' }] }))
      .thenRejected('VALIDATION_FAILED');
  });

  it('of one line is one line, at its field; a longer text may have several, and so may what stood so', () => {
    const long = 'Long '.repeat(101);
    const said = ['Les\nbus', 'Les \u202esub', 'Les bus'].map((text, at) => ({ of: `Buses ${at}`, text }));
    const several = [...said, { of: 'One\n\ntwo', text: 'Un\n\ndeux\n\ntrois' }, { of: long, text: 'Un\ndeux' }];
    const refused = (of: readonly ConsultationEvent[], sent: typeof several) => {
      try {
        consultationDecider.decide(translate({ texts: sent }), fold(consultationDecider, of));
        return [];
      } catch (error) {
        const { code, details } = error as Rejection;
        return [{ code, ...details }, ...(details.further ?? [])].map((one) => `${one.field} ${one.code} ${one.params?.['constraint']}`);
      }
    };
    expect(refused([drafted], several)).toEqual(['texts[0].text VALIDATION_FAILED isOneLine', 'texts[1].text VALIDATION_FAILED isOneLine']);
    expect(refused([drafted, translated({ texts: said })], several)).toEqual([]);
  });

  it('of a description, however short, may have as many lines as it needs', () => {
    const lines = [{ of: words.description, text: 'Les bus\n\n- souvent\n- partout' }];
    given(drafted)
      .when(translate({ texts: lines }))
      .then([translated({ texts: lines })]);
  });

  it('is the business of its unit', () => {
    given(drafted)
      .when(translate({}, holding('official', beside)))
      .thenRejected('FORBIDDEN_ROLE');
  });

  describe('of what people answer to', () => {
    const answered = [{ phaseId: firstPhase!, words: [['Red', 'Green', 'Blue']] }];
    const opened = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
    const phases = [{ phaseId: firstPhase!, ...opened }];
    const published: ConsultationEvent = { type: 'ConsultationPublished', data: { consultationId, phases, by } };
    const pairs = (said: Record<string, string>) => Object.entries(said).map(([of, text]) => ({ of, text }));
    const colours = pairs({ Buses: 'Les bus', Red: 'Rouge', Green: 'Vert' });
    const swapped = pairs({ Buses: 'Les bus', Red: 'Vert', Green: 'Rouge' });
    const ask = (said: typeof colours, now = whileOpen) => ({ ...translate({ texts: said, answered }), now });
    const stands = given(drafted, translated({ texts: colours }), published);

    /** What is refused at which field. */
    const faults = (said: typeof colours, now = whileOpen, events = [drafted, translated({ texts: colours }), published]) => {
      try {
        consultationDecider.decide(ask(said, now), fold(consultationDecider, events));
      } catch (error) {
        const { code, details } = error as Rejection;
        return [{ code, ...details }, ...(details.further ?? [])].map((one) => `${one.field} ${one.code}`);
      }
      return [];
    };

    it('stands once the vote has opened, and after its end, each at its field', () => {
      for (const now of [opensAt, whileOpen, closesAt])
        expect(faults(swapped, now)).toEqual(['texts[1].text TRANSLATION_STANDS', 'texts[2].text TRANSLATION_STANDS']);
      for (const fewer of [colours.slice(0, 2), []]) expect(faults(fewer)).toEqual(['texts TRANSLATION_STANDS']);
    });

    it('may be changed before, and afterwards in other texts, where there was none and in another language', () => {
      stands.when(ask(swapped, new Date(opensAt.getTime() - 1))).then([translated({ texts: swapped })]);
      const more = pairs({ Buses: 'Autobus', Red: 'Rouge', Green: 'Vert', Blue: 'Bleu' });
      stands.when(ask(more)).then([translated({ texts: more })]);
      const arabic = { ...ask(swapped), language: 'ar' };
      stands.when(arabic).then([translated({ texts: swapped, language: 'ar' })]);
    });

    it('never reads the same as what stands beside it, in translation or in the original', () => {
      for (const same of [{ Red: 'Rouge', Green: 'rouge.' }, { Red: 'Bleu', Green: 'Blue' }] as Record<string, string>[])
        expect(faults(pairs(same), whileOpen, [drafted])).toEqual(['texts[1].text TRANSLATION_ALIKE']);
    });
  });
});
