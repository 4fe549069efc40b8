import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { eventCatalogue } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { PlatformModule } from '@isegoria/service-host';
import { Ballots } from './ballot/ballots';
import { ExclusionController } from './ballot/exclusion.controller';
import { CLOCK } from './clock';
import { ConsultationController } from './consultation/consultation.controller';
import { ExportController } from './export/export.controller';
import { Facts } from './facts';
import { controllersOfMethods } from './methods/controllers';
import { NextDates } from './schedule/next-dates';
import { ConsultationsOpenAndCloseByDate } from './schedule/schedule.policy';
import { Tables } from './tables';

@Module({
  imports: [PlatformModule.with({ eventStore: eventCatalogue, answers: 'consultations', entities: [], nats: true, subjectKeys: true, receipts: true })],
  controllers: [ConsultationController, ...controllersOfMethods, ExclusionController, ExportController],
  providers: [
    { provide: CLOCK, useValue: () => new Date() },
    { provide: Facts, useFactory: Facts.follow, inject: [EventStore] },
    { provide: Tables, useFactory: Tables.in, inject: [DataSource] },
    Ballots,
    NextDates,
    ConsultationsOpenAndCloseByDate,
  ],
})
export class ConsultationsModule {}
