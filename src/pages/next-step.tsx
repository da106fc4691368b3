import { css } from '@emotion/css';
import { type DataSourceInstanceSettings, type GrafanaTheme2, locationUtil, OrgRole } from '@grafana/data';
import { config, getDataSourceSrv } from '@grafana/runtime';
import { LinkButton, Stack, Text, useStyles2 } from '@grafana/ui';
import { exploreAddress } from './explore-address.ts';

export const dataSourceType = 'driftglass-profiles-datasource';
const addAddress = `/connections/datasources/${dataSourceType}`;

/** True for a person who may add and change data sources; the server has the last word. */
function mayConfigure(): boolean {
  const { orgRole, isGrafanaAdmin, permissions } = config.bootData.user;
  return isGrafanaAdmin || orgRole === OrgRole.Admin || permissions?.['datasources:create'] === true;
}

/** The data sources that are there, and the one thing to do next. */
export function NextStep() {
  // Asked by `type`, Grafana adds its own data source to the list.
  const sources = getDataSourceSrv().getList({ pluginId: dataSourceType });
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Text element="h2" variant="h4">
        {sources.length === 0 ? 'How to begin' : 'Your data sources'}
      </Text>
      {sources.length === 0 ? <First /> : <There sources={sources} />}
    </Stack>
  );
}

function First() {
  const styles = useStyles2(getStyles);
  if (!mayConfigure()) {
    return (
      <Text element="p">
        There is no data source of Driftglass yet. An administrator of this organisation can add one; then its profiles
        can be seen in Explore and in dashboards.
      </Text>
    );
  }
  return (
    <>
      <ol aria-label="How to begin" className={styles.list}>
        <li>
          <Text>
            In Grafana’s configuration the operator names the folders that may be read:{' '}
            <code>[plugin.driftglass-profiles-datasource]</code> <code>roots = /var/lib/driftglass</code>
          </Text>
        </li>
        <li>
          <Text>Add a data source, enter the folder of the profiles and press Save &amp; test.</Text>
        </li>
        <li>
          <Text>Look at it in Explore, or make a panel or an alert rule of it.</Text>
        </li>
      </ol>
      <LinkButton icon="plus" href={locationUtil.assureBaseUrl(addAddress)}>
        Add a data source
      </LinkButton>
    </>
  );
}

function There({ sources }: { sources: readonly DataSourceInstanceSettings[] }) {
  const styles = useStyles2(getStyles);
  const [first] = sources;
  return (
    <>
      <ul aria-label="Your data sources" className={styles.list}>
        {sources.map(({ uid, name }) => (
          <li key={uid}>
            {mayConfigure() ? (
              <LinkButton
                fill="text"
                size="sm"
                href={locationUtil.assureBaseUrl(`/connections/datasources/edit/${uid}`)}
              >
                {name}
              </LinkButton>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
      <Text element="p">
        Explore shows their metrics at once. In a panel the same query feeds graphs, tables and the panel Driftglass
        profile; in an alert rule, with the values “Newest”, it is a condition by itself.
      </Text>
      <Stack direction="row" gap={1} wrap="wrap">
        {first !== undefined && (
          <LinkButton icon="compass" href={locationUtil.assureBaseUrl(exploreAddress(first))}>
            Look at {first.name} in Explore
          </LinkButton>
        )}
        {mayConfigure() && (
          <LinkButton variant="secondary" icon="plus" href={locationUtil.assureBaseUrl(addAddress)}>
            Add a data source
          </LinkButton>
        )}
      </Stack>
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return { list: css({ paddingLeft: theme.spacing(3), li: { marginBottom: theme.spacing(0.5) } }) };
}
