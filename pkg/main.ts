import { serve } from './command/index.ts';

void serve();
