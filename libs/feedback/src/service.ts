import { Module } from '@nestjs/common';
import { eventsOfConsultations } from '@isegoria/consultations';
import { eventsOfServices, fileAdded, fileWithdrawn, settingsChanged } from '@isegoria/content';
import { eventsOfUnits } from '@isegoria/identity';
import { catalogue } from '@isegoria/kernel';
import { EventStore } from '@isegoria/event-sourcing';
import { PlatformModule } from '@isegoria/service-host';
import { AppealController } from './appeal/appeal.controller';
import { CommentController } from './comment/comment.controller';
import { OwnCommentController } from './comment/own-comment/own-comment.controller';
import { PublishedConsultations } from './published-consultations.service';
import { HideQuestionController } from './question/hiding/hiding.controller';
import { OwnQuestionController } from './question/own-question/own-question.controller';
import { QuestionController } from './question/question.controller';
import { ReportDecisionController } from './report/decision/decision.controller';
import { ReportController } from './report/report.controller';
import { ServiceFeedbackController } from './service-feedback/service-feedback.controller';
import { SupportController } from './support/support.controller';
import { eventsOfFeedback } from './contract';

@Module({
  imports: [
    PlatformModule.with({
      eventStore: catalogue([
        ...[...eventsOfFeedback, ...eventsOfConsultations, ...eventsOfUnits, ...eventsOfServices],
        ...[settingsChanged, fileAdded, fileWithdrawn],
      ]),
      answers: 'feedback',
      entities: [],
      nats: true,
      subjectKeys: true,
      receipts: true,
    }),
  ],
  controllers: [
    CommentController,
    OwnCommentController,
    QuestionController,
    HideQuestionController,
    OwnQuestionController,
    SupportController,
    ReportController,
    ReportDecisionController,
    AppealController,
    ServiceFeedbackController,
  ],
  providers: [{ provide: PublishedConsultations, useFactory: PublishedConsultations.follow, inject: [EventStore] }],
})
export class FeedbackModule {}
