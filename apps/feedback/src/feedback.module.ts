import { Module } from '@nestjs/common';
import { eventCatalogue } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { PlatformModule } from '@isegoria/service-host';
import { CommentController } from './comment/comment.controller';
import { PublishedConsultations } from './published-consultations';
import { QuestionController } from './question/question.controller';

@Module({
  imports: [PlatformModule.with({ eventStore: eventCatalogue, answers: 'feedback', entities: [], nats: true, subjectKeys: true, receipts: true })],
  controllers: [CommentController, QuestionController],
  providers: [{ provide: PublishedConsultations, useFactory: PublishedConsultations.follow, inject: [EventStore] }],
})
export class FeedbackModule {}
