import { blankForm, idInPath, type Section, type Visit } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { inOwnOrder } from '../methods/deliberation/own-order';
import { pagesOf } from '../methods/methods.page';
import { showConsultation as showConsultationQuery, showMyBallot } from '../queries.contract';
import { ConsultationPage } from './consultation.page';

/** Forms by their names. */
type SentForms = Readonly<Record<string, FormState>>;

/** Shows a consultation with its sections; after a form that was refused, with that form as it was typed. */
export async function showConsultation(
  visit: Visit,
  sections: readonly Section[],
  id: string,
  sent: SentForms = {},
  status = 200,
): Promise<void> {
  const consultationId = idInPath(id);
  const consultation = await visit.api.ask(showConsultationQuery, { consultationId });
  const [statements, ballot, ...loaded] = await Promise.all([
    pagesOf(consultation.kind).statements(visit.api, consultationId),
    visit.account ? visit.api.ask(showMyBallot, { consultationId }) : undefined,
    ...sections.map((section) => section.load(visit, consultationId)),
  ]);
  const shown = { path: `/consultations/${consultationId}`, isSignedIn: ballot !== undefined, mayModerate: visit.may('moderate') };
  visit.show(
    <ConsultationPage
      consultation={consultation}
      statements={statements}
      toVote={inOwnOrder(statements, visit.account?.id ?? '')}
      sections={loaded.map((Section, index) => {
        const { form } = sections[index]!;
        return <Section {...shown} form={sent[form] ?? blankForm()} key={form} />;
      })}
      ballot={ballot}
      forms={{ vote: blankForm(), ballot: blankForm(), statement: blankForm(), ...sent }}
      thanks={visit.thanks}
      mayModerate={shown.mayModerate}
      mayEdit={visit.may('consult')}
    />,
    {
      title: Object.keys(sent).length > 0 ? visit.texts.t('form.errorTitle', { title: consultation.title }) : consultation.title,
      status,
      address: shown.path,
      islands: ['voting', 'receipt-tools'],
    },
  );
}
