import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { eventCatalogue } from '@isegoria/contracts';
import { PlatformModule } from '@isegoria/service-host';
import { Accounts } from './account/accounts';
import { Addresses } from './account/addresses';
import { Attempts } from './account/attempts';
import { Credentials } from './account/credentials';
import { ReleasedCredentials } from './account/released-credentials';
import { ReleasedCredentialsAreForgotten } from './account/released-credentials.policy';
import { FirstAdministrator } from './bootstrap/first-administrator';
import { ConfirmationController } from './confirmation/confirmation.controller';
import { Confirmations } from './confirmation/confirmations';
import { Erasure } from './erasure/erasure';
import { ErasureController } from './erasure/erasure.controller';
import { NothingIsKeptOfTheErased } from './erasure/erasure.policy';
import { ImportsController } from './imports/imports.controller';
import { MailboxController } from './mail/mailbox.controller';
import { Mailer } from './mail/mailer';
import { Registration } from './registration/registration';
import { RegistrationController } from './registration/registration.controller';
import { RolesController } from './roles/roles.controller';
import { Sessions } from './sessions/sessions';
import { SessionsController } from './sessions/sessions.controller';
import { SigningIn } from './sessions/signing-in';
import { StaffSignIns } from './sessions/staff-sign-ins';
import { Tables } from './tables';

/** Who people are to the platform: accounts, sessions and roles. Everything personal is sealed or hashed before it leaves this service. */
@Module({
  imports: [PlatformModule.with({ eventStore: eventCatalogue, answers: 'identity', entities: [], nats: true, subjectKeys: true })],
  controllers: [RegistrationController, ConfirmationController, SessionsController, RolesController, ErasureController, ImportsController, MailboxController],
  providers: [
    { provide: Tables, useFactory: Tables.in, inject: [DataSource] },
    Accounts,
    Addresses,
    Attempts,
    Credentials,
    ReleasedCredentials,
    ReleasedCredentialsAreForgotten,
    Mailer,
    Registration,
    Confirmations,
    SigningIn,
    StaffSignIns,
    Sessions,
    Erasure,
    NothingIsKeptOfTheErased,
    FirstAdministrator,
  ],
})
export class IdentityModule {}
