import { locationUtil } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { LinkButton, Stack, Text } from '@grafana/ui';

const dataSourcePage = '/connections/datasources/driftglass-profiles-datasource';

/** What the plugin is and the four steps to a first graph. */
export function StartPage() {
  return (
    <PluginPage>
      <Stack direction="column" gap={2} maxWidth={90}>
        <Text element="p">
          Driftglass reads whylogs profiles from where they lie and shows in Grafana what became of the data: counts and
          missing values, distributions, and how far they drifted from what they were. It copies no rows and keeps no
          server of its own.
        </Text>
        <Text element="h2" variant="h4">
          How to begin
        </Text>
        <ol aria-label="How to begin">
          <li>
            <Text>
              In Grafana&apos;s configuration the operator names the folders that may be read:{' '}
              <code>[plugin.driftglass-profiles-datasource]</code> <code>roots = /var/lib/driftglass</code>
            </Text>
          </li>
          <li>
            <Text>Add a data source, enter the folder of the profiles and press Save &amp; test.</Text>
          </li>
          <li>
            <Text>
              In a new panel choose that data source, enter the dataset and a metric such as{' '}
              <code>count_null_ratio</code> or <code>hellinger</code>.
            </Text>
          </li>
          <li>
            <Text>Make an alert rule of the same query: it needs no expression but its threshold.</Text>
          </li>
        </ol>
        <div>
          <LinkButton icon="plus" href={locationUtil.assureBaseUrl(dataSourcePage)}>
            Add a data source
          </LinkButton>
        </div>
      </Stack>
    </PluginPage>
  );
}
