import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiProblem } from '@isegoria/api-client';
import { Rejection, type RejectionCode } from '@isegoria/kernel';
import {
  blankForm,
  idInPath,
  readInOf,
  timeForField,
  timeIn,
  timesToAsk,
  wholeNumberTyped,
  type Sent,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormError, FormState } from '@isegoria/ui';
import { readConsultation, titleFor } from '../../../translation/reading/translated.page';
import { showResults, type ConsultationResults } from '../../results.contract';
import { AsOfPage, dashboardsThen } from './as-of.page';
import { asOfPath } from './as-of-form.page';
import { placeIn } from '../place.contract';

/** Earlier results are the same for everybody, and for ever but for words that are hidden since. */
@Controller('consultations/:id/results/as-of')
export class AsOfController {
  /** What is asked for in the form leads to the address of a position. */
  @Get()
  async ask(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, typed] = [idInPath(id), typedIn(visit)];
    const form = blankForm(typed);
    const { query } = visit.request;
    if (['time', 'position', 'asOf'].every((name) => query[name] === undefined)) return this.show(visit, consultationId, form);
    const asked = askedIn(form, visit);
    if ('errors' in asked) return this.show(visit, consultationId, { ...form, errors: asked.errors });
    try {
      const { position } = await visit.publicApi.ask(showResults, { consultationId, asOf: asked.asOf });
      visit.seeOther(`${asOfPath(consultationId)}/${position}`);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.is(...refusals))) throw error;
      const message = error.problem.detail;
      return this.show(visit, consultationId, { ...form, errors: [{ field: asked.field, message }] });
    }
  }

  @Get(':position')
  async stood(@Res() { visit }: Visited, @Param('id') id: string, @Param('position') position: string): Promise<void> {
    const consultationId = idInPath(id);
    if (!/^\d{1,15}$/.test(position)) throw new Rejection('NOT_FOUND');
    const results = await visit.publicApi.ask(showResults, { consultationId, asOf: position });
    const time = timeForField(results.computedAt, visit.texts.zone.id);
    return this.show(visit, consultationId, blankForm({ time, position: '' }), results);
  }

  private async show(visit: Visit, consultationId: string, form: FormState, results?: ConsultationResults): Promise<void> {
    const { publicApi, texts } = visit;
    const consultation = await readConsultation(publicApi, texts.language, consultationId);
    const title = texts.t('asOf.of', { title: titleFor(texts.language, consultation).text });
    const shown = results && (await dashboardsThen(publicApi, consultationId, results));
    const isWrong = form.errors.length > 0;
    visit.show(<AsOfPage consultation={consultation} form={form} results={results} shown={shown} />, {
      title: isWrong ? texts.t('form.errorTitle', { title }) : title,
      ...(isWrong ? { status: 400 } : { address: asOfPath(consultationId) + (results ? `/${results.position}` : '') }),
    });
  }
}

/** What was typed is kept, whatever it is, and so is what was asked in the way of the API (`?asOf=`). */
function typedIn({ request: { query }, texts }: Visit): Sent {
  const place = placeIn(query['asOf']);
  if (place && 'second' in place)
    return { time: timeForField(new Date(place.second * 1_000).toISOString(), texts.zone.id), position: '' };
  if (typeof query['asOf'] === 'string') return { time: '', position: query['asOf'] };
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '');
  const also = (name: string) => ({ [name]: text(name) });
  return { time: text('time'), position: text('position'), ...also('timeWhich'), ...also(readInOf('time')) };
}

type Asked = { readonly asOf: string; readonly field: string } | { readonly errors: readonly FormError[] };

function askedIn(form: FormState, { texts, request: { query } }: Visit): Asked {
  const place = placeIn(query['asOf']);
  if (place) return { asOf: query['asOf'] as string, field: 'second' in place ? 'time' : 'position' };
  const { time, position } = form.values as { readonly time: string; readonly position: string };
  const wrong = (field: string, message: 'asOf.empty' | 'asOf.both' | 'asOf.time.wrong' | 'asOf.position.wrong'): Asked => ({
    errors: [{ field, message: texts.t(message) }],
  });
  if (time !== '' && position !== '') return wrong('position', 'asOf.both');
  if (time === '' && position === '') return wrong('time', 'asOf.empty');
  if (position !== '') {
    const whole = wholeNumberTyped(position);
    return whole === undefined || whole < 0 ? wrong('position', 'asOf.position.wrong') : { asOf: String(whole), field: 'position' };
  }
  const asOf = timeIn(form, 'time', texts.zone.id);
  const errors = timesToAsk(form, texts);
  if (errors.length > 0) return { errors };
  return placeIn(asOf) ? { asOf, field: 'time' } : wrong('time', 'asOf.time.wrong');
}

/** Why the figures as of a place are refused. */
const refusals = ['NOT_RECORDED_YET', 'NOT_OPEN_THEN', 'RESULTS_HIDDEN'] as const satisfies readonly RejectionCode[];
