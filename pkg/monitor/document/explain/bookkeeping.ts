import { ignored } from './fact.ts';

/** What WhyLabs' editor kept for itself. */
export const bookkeeping = ignored("WhyLabs' bookkeeping; kept.");
