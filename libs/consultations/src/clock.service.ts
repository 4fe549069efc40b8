export { CLOCK, type Clock } from '@isegoria/service-host';
