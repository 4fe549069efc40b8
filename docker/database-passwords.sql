-- Gives the roles of database-roles.sql the passwords that the container has in its environment, where no command line shows them.
\getenv password DATABASE_IDENTITY_PASSWORD
ALTER ROLE isegoria_identity PASSWORD :'password';
\getenv password DATABASE_CONTENT_PASSWORD
ALTER ROLE isegoria_content PASSWORD :'password';
\getenv password DATABASE_FEEDBACK_PASSWORD
ALTER ROLE isegoria_feedback PASSWORD :'password';
\getenv password DATABASE_CONSULTATIONS_PASSWORD
ALTER ROLE isegoria_consultations PASSWORD :'password';
\getenv password DATABASE_PROJECTOR_PASSWORD
ALTER ROLE isegoria_projector PASSWORD :'password';
\getenv password DATABASE_TRANSPARENCY_LOG_PASSWORD
ALTER ROLE isegoria_transparency_log PASSWORD :'password';
\getenv password DATABASE_GATEWAY_PASSWORD
ALTER ROLE isegoria_gateway PASSWORD :'password';
