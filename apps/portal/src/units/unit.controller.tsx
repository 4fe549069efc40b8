import { Controller, Get, Param, Res } from '@nestjs/common';
import { byDeadline, overdueFor, rowsOf } from '@isegoria/consultations/portal';
import {
  Rejection,
  daysToAnswer,
  isUnit,
  isWithin,
  listConsultations,
  listQuestions,
  listServices,
  showResponseTimes,
  type ConsultationStatus,
} from '@isegoria/contracts';
import { unitPath, unitsOf, type Visited } from '@isegoria/portal-kit';
import { UnitPage } from './unit.page';

/** Of each status as many cards at most; a link leads to all. */
const mostCards = 6;
/** A link leads to all services, too. */
const mostServices = 10;
const running: readonly ConsultationStatus[] = ['open', 'scheduled', 'closed', 'decided'];

/** What a unit runs, with all below it, and what it owes: for everybody. */
@Controller('units')
export class UnitController {
  @Get(':unit')
  async show(@Res() { visit }: Visited, @Param('unit') unit: string): Promise<void> {
    // Nothing that is no unit becomes a part of an address of the API.
    if (!isUnit(unit)) throw new Rejection('UNIT_NOT_FOUND');
    const { api } = visit;
    const tree = await unitsOf(visit);
    const view = tree.get(unit);
    if (!view) throw new Rejection('UNIT_NOT_FOUND');
    const [late, due, times, waiting, answered, services, ...lists] = await Promise.all([
      overdueFor(visit, { unit }),
      api.ask(listConsultations, { answer: 'due', unit }),
      api.ask(showResponseTimes, {}),
      api.ask(listQuestions, { status: 'open', unit }),
      api.ask(listQuestions, { status: 'answered', unit }),
      api.ask(listServices, { unit }),
      ...running.map((status) => api.ask(listConsultations, { status, unit })),
    ]);
    visit.show(
      <UnitPage
        unit={view}
        tree={tree}
        late={late}
        days={view.answerWithinDays ?? daysToAnswer(visit.site)}
        due={due.items.toSorted(byDeadline)}
        times={rowsOf(times, tree).filter((row) => isWithin(row.unit, unit))}
        questions={{ waiting: waiting.count, answered: answered.count }}
        services={{ count: services.count, items: services.items.slice(0, mostServices) }}
        mayReadFeedback={visit.may('publish', unit)}
        lists={running.map((status, index) => ({ status, count: lists[index]!.count, items: lists[index]!.items.slice(0, mostCards) }))}
      />,
      { title: tree.nameOf(unit), address: unitPath(unit) },
    );
  }
}
