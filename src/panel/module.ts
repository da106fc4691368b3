import { PanelPlugin } from '@grafana/data';
import { ProfilePanel } from './profile-panel.tsx';

export const plugin = new PanelPlugin(ProfilePanel);
