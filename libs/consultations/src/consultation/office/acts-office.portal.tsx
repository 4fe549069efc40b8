import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Faults, Rejection, validated, type Accepted } from '@isegoria/kernel';
import { carry, idInPath, sentForm, shownAgain, timesToAsk, type Visit, type Visited } from '@isegoria/portal-kit';
import { About, type FormState } from '@isegoria/ui';
import type { ActPages } from '../../official-act/official-act.page';
import { pagesOfActs } from '../../official-act/official-acts.page';
import { showConsultation } from '../consultation.contract';
import { formOfAct, showManage, unitOfAct } from './manage.portal';

/** What officials do to a consultation. What cannot be taken back is confirmed first, on a page that can be loaded again. */
@Controller('office/consultations/:id/:act')
export class ActsOfficeController {
  @Get()
  async confirm(@Res() { visit }: Visited, @Param('id') id: string, @Param('act') name: string): Promise<void> {
    const act = actNamed(name);
    if (!act.Confirmation) throw new Rejection('NOT_FOUND');
    visit.mustBePermitted('consult');
    const { change, ...asked } = visit.request.query;
    const form = sentForm(asked);
    if (change !== undefined) return showManage(visit, id, { [name]: form });
    const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
    const checked = await visit.attempt(
      form,
      async () => {
        const command = act.command(form, consultation, visit.texts.zone.id);
        const faults = new Faults();
        faults.of(() => validated(act.contract.shape, command));
        faults.of(() => act.check?.(command, consultation, new Date()));
        faults.refuse();
      },
      act.contract,
    );
    const asks = timesToAsk(form, visit.texts);
    if (asks.length > 0) {
      const others = (checked.form?.errors ?? []).filter(({ field }) => !asks.some((one) => one.field === field));
      const again = visit.refuseWith(shownAgain(form, [...asks, ...others]));
      return showManage(visit, id, { [name]: again }, 422);
    }
    if (checked.form) return showManage(visit, id, { [name]: checked.form }, checked.status);
    await showConfirmation(visit, id, act, form);
  }

  @Post()
  async act(@Res() { visit }: Visited, @Param('id') id: string, @Param('act') name: string, @Body() body: unknown): Promise<void> {
    const act = actNamed(name);
    const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
    await carry(visit, body, act.contract, {
      command: (form) => act.command(form, consultation, visit.texts.zone.id),
      check: (command) => act.check?.(command, consultation, new Date()),
      accepted: (accepted) =>
        visit.seeOther(act.goesOnAt?.(consultation) ?? `/office/consultations/${id}`, (accepted as Accepted).position),
      // Whoever comes second confirms what is true by now; what is wrong is corrected where it was typed.
      refused: (form, status) =>
        act.Confirmation && form.isStale ? showConfirmation(visit, id, act, form, status) : showManage(visit, id, { [name]: form }, status),
    });
  }
}

/** @throws Rejection NOT_FOUND */
function actNamed(name: string): ActPages {
  const act = pagesOfActs.find((one) => one.name === name);
  if (!act) throw new Rejection('NOT_FOUND');
  return act;
}

async function showConfirmation(visit: Visit, id: string, act: ActPages, said: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('consult');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('consult', consultation.unit);
  if (!act.isOffered(consultation, await unitOfAct(visit, consultation.unit))) throw new Rejection('NOT_FOUND');
  const form = { ...formOfAct(visit, act, consultation, said), version: act.version?.(consultation) };
  const Confirmation = act.Confirmation!;
  const action = `/office/consultations/${id}/${act.name}`;
  const page = (
    <About language={consultation.language}>
      <Confirmation consultation={consultation} action={action} form={form} />
    </About>
  );
  visit.show(page, {
    title: consultation.title,
    status,
    address: `/office/consultations/${id}`,
  });
}
