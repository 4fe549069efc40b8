import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fileAdded, fileWithdrawn, settingsChanged } from '@isegoria/content';
import { eventsOfUnits } from '@isegoria/identity';
import { catalogue } from '@isegoria/kernel';
import { EventStore } from '@isegoria/event-sourcing';
import { PlatformModule } from '@isegoria/service-host';
import { ConfirmedVotesAreRaised } from './assurance-raise/batches/assurance-raises.policy';
import { AssuranceRaises } from './assurance-raise/batches/assurance-raises.service';
import { ConfirmedPeople } from './assurance-raise/batches/confirmed-people.service';
import { UnconfirmedPeople } from './assurance-raise/batches/unconfirmed-people.service';
import { UnconfirmedWritersAreNoted } from './assurance-raise/batches/unconfirmed-writers.policy';
import { ExclusionController } from './ballot-exclusion/ballot-exclusion.controller';
import { OriginsController } from './ballot-exclusion/origin/origin.controller';
import { OriginsAreKeptForAWhile } from './ballot-exclusion/origin/origins.policy';
import { Origins } from './ballot-exclusion/origin/origins.service';
import { Ballots } from './ballot/ballots.service';
import { CategoryController } from './category/category.controller';
import { CLOCK } from './clock.service';
import { ConsultationController } from './consultation/consultation.controller';
import { ExportController } from './export/export.controller';
import { Facts } from './facts.service';
import { controllersOfMethods, providersOfMethods } from './methods/methods.controller';
import { HiddenBallots } from './hidden-results/hidden-ballots.service';
import { MyVotesController } from './my-votes/my-votes.controller';
import { MilestoneController } from './milestone/milestone.controller';
import { GroupAnswerController } from './official-answer/group/group-answer.controller';
import { OfficialAnswerController } from './official-answer/official-answer.controller';
import { OfficialActs, controllersOfOfficialActs } from './official-act/official-act.controller';
import { DatesAndConfirmationsAreNoted } from './schedule/dates-and-confirmations.policy';
import { NextDates } from './schedule/next-dates.service';
import { PhasesOpenAndCloseByDate } from './schedule/schedule.policy';
import { Tables } from './tables.service';
import { TemplateController } from './template/template.controller';
import { Templates } from './template/templates.service';
import { eventsOfConsultations } from './contract';

@Module({
  imports: [
    PlatformModule.with({
      eventStore: catalogue([...eventsOfConsultations, ...eventsOfUnits, settingsChanged, fileAdded, fileWithdrawn]),
      answers: 'consultations',
      entities: [],
      nats: true,
      subjectKeys: true,
      receipts: true,
    }),
  ],
  controllers: [
    ConsultationController,
    ...controllersOfOfficialActs,
    ...controllersOfMethods,
    ExclusionController,
    OriginsController,
    ExportController,
    MyVotesController,
    OfficialAnswerController,
    GroupAnswerController,
    MilestoneController,
    CategoryController,
    TemplateController,
  ],
  providers: [
    { provide: CLOCK, useValue: () => new Date() },
    { provide: Facts, useFactory: Facts.follow, inject: [EventStore] },
    { provide: Tables, useFactory: Tables.in, inject: [DataSource] },
    Origins,
    OriginsAreKeptForAWhile,
    Templates,
    HiddenBallots,
    Ballots,
    ...providersOfMethods,
    OfficialActs,
    NextDates,
    ConfirmedPeople,
    UnconfirmedPeople,
    UnconfirmedWritersAreNoted,
    DatesAndConfirmationsAreNoted,
    AssuranceRaises,
    ConfirmedVotesAreRaised,
    PhasesOpenAndCloseByDate,
  ],
})
export class ConsultationsModule {}
