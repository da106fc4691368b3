import { AppPlugin } from '@grafana/data';
import { lazy } from 'react';

const StartPage = lazy(async () => ({ default: (await import('./pages/start-page.tsx')).StartPage }));

export const plugin = new AppPlugin().setRootPage(StartPage);
