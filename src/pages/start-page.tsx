import { PluginPage } from '@grafana/runtime';
import { Stack, Text } from '@grafana/ui';
import { NextStep } from './next-step.tsx';
import { WriteProfiles } from './write-profiles.tsx';

/** What the plugin is, what is there already, and the next step for the person who looks. */
export function StartPage() {
  return (
    <PluginPage>
      <Stack direction="column" gap={3} maxWidth={90}>
        <Text element="p">
          Driftglass reads whylogs profiles from where they lie and shows in Grafana what became of the data: counts and
          missing values, distributions, and how far they drifted from what they were. It copies no rows and keeps no
          server of its own.
        </Text>
        <NextStep />
        <WriteProfiles />
      </Stack>
    </PluginPage>
  );
}
