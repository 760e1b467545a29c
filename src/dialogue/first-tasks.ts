import { ESTIMATE } from './steps/estimate.js';

/** The tasks most people come for: a greeting offers them, as far as they exist, and every list begins with them. */
export const FIRST_TASKS: readonly string[] = ['filing', ESTIMATE, 'not_filed', 'emergency'];
