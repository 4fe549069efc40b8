import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { rootUnit, unitsWhere, type Language } from '@isegoria/kernel';
import {
  blankForm,
  carry,
  categoriesOf,
  formFor,
  idInPath,
  listOf,
  textIfAny,
  textOf,
  unitsToBegin,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { LifeEvent } from '../described/life-events.contract';
import {
  draftService,
  listServices,
  publishService,
  reviseService,
  showService,
  withdrawService,
  type ServiceView,
} from '../public-service.contract';
import { fieldOfHours, hoursAsFields, hoursIn } from './hours-in-fields';
import { EditServicePage, OwnServicesPage } from './service-office.page';
import { wordsAsFields, wordsIn } from './words-in-fields.portal';

@Controller('office/services')
export class ServiceOfficeController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('publish');
    const [unit, ...others] = unitsWhere(visit.account, 'publish');
    const cursor = visit.cursor();
    const services = await visit.api.ask(listServices, { status: 'all', unit: others.length === 0 ? unit : undefined, cursor });
    visit.show(<OwnServicesPage services={{ ...services, cursor }} />, { title: visit.texts.t('office.services') });
  }

  @Get('new')
  async blank(@Res() { visit }: Visited): Promise<void> {
    await showEditor(visit, undefined, { form: blankForm({ language: visit.texts.language }) });
  }

  @Post()
  async draft(@Res() { visit }: Visited, @Body() sent: unknown): Promise<void> {
    await carry(visit, sent, draftService, {
      command: (form) => ({ unit: textIfAny(form, 'unit') || rootUnit, ...detailsIn(form) }),
      named,
      accepted: ({ id, position }) => visit.seeOther(`/office/services/${id}`, position),
      refused: (form, status) => showEditor(visit, undefined, { form }, status),
    });
  }

  @Get(':id')
  async edit(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    visit.mustBePermitted('publish');
    await showEditor(visit, await serviceOf(visit, id));
  }

  @Post(':id')
  async revise(@Res() { visit }: Visited, @Param('id') id: string, @Body() sent: unknown): Promise<void> {
    const serviceId = idInPath(id);
    await carry(visit, sent, reviseService, {
      command: (form) => ({ serviceId, ...detailsIn(form) }),
      named,
      accepted: ({ position }) => visit.seeOther(`/office/services/${id}`, position),
      refused: async (form, status) => showEditor(visit, await serviceOf(visit, id), { form }, status),
    });
  }

  @Post(':id/publication')
  async publish(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const serviceId = idInPath(id);
    await carry(visit, body, publishService, {
      command: () => ({ serviceId }),
      accepted: ({ position }) => visit.seeOther(`/office/services/${id}`, position),
      refused: async (publication, status) => showEditor(visit, await serviceOf(visit, id), { publication }, status),
    });
  }

  @Post(':id/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const serviceId = idInPath(id);
    await carry(visit, body, withdrawService, {
      command: (form) => ({ serviceId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/services/${id}`, position),
      refused: async (withdrawal, status) => showEditor(visit, await serviceOf(visit, id), { withdrawal }, status),
    });
  }
}

const serviceOf = (visit: Visit, id: string): Promise<ServiceView> => visit.api.ask(showService, { serviceId: idInPath(id) });

const textOrNull = (form: FormState, name: string) => textOf(form, name).trim() || null;

function detailsIn(form: FormState) {
  return {
    language: textOf(form, 'language') as Language,
    words: wordsIn(form),
    channels: {
      online: textOrNull(form, 'channels.online'),
      phone: textOrNull(form, 'channels.phone'),
      email: textOrNull(form, 'channels.email'),
      hours: hoursIn((name) => textOf(form, name)),
    },
    lifeEvents: listOf(form, 'lifeEvents') as LifeEvent[],
    categories: listOf(form, 'categories'),
  };
}

const named = (field: string, { channels }: Pick<ServiceView, 'channels'>): string => fieldOfHours(field, channels.hours) ?? field;

interface EditorForms {
  readonly form?: FormState;
  readonly publication?: FormState;
  readonly withdrawal?: FormState;
}

async function showEditor(visit: Visit, service: ServiceView | undefined, forms: EditorForms = {}, status = 200): Promise<void> {
  visit.mustBePermitted('publish', service?.unit);
  const standing = service && { version: service.version, values: valuesOf(service) };
  const words = { version: service?.version ?? 0, values: {} };
  visit.show(
    <EditServicePage
      service={service}
      units={service ? [] : await unitsToBegin(visit, 'publish')}
      tree={await categoriesOf(visit)}
      form={standing ? formFor(standing, forms.form) : (forms.form ?? blankForm())}
      publication={formFor(words, forms.publication)}
      withdrawal={formFor(words, forms.withdrawal)}
    />,
    {
      title: visit.texts.t(service ? 'office.editService' : 'office.newService'),
      status,
      address: service ? `/office/services/${service.id}` : '/office/services/new',
    },
  );
}

function valuesOf({ language, words, channels, lifeEvents, categories }: ServiceView) {
  const { online, phone, email, hours } = channels;
  return {
    ...{ language, ...wordsAsFields(words), ...hoursAsFields(hours), lifeEvents, categories },
    'channels.online': online ?? '',
    'channels.phone': phone ?? '',
    'channels.email': email ?? '',
  };
}
